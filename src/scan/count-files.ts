import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { type CountProgressNote, countEvidence } from "#scan/count-evidence.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";
import { listFiles, openFiles } from "#scan/sources/open-files.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { openScratch } from "#scan/sources/scratch.ts";

const Package = z.object({ version: z.string() });

/** What counting files needs from around: where relative paths start, what stops it, who watches. */
export type CountSurroundings = {
  readonly workingFolder: string;
  readonly today: string;
  readonly signal: AbortSignal;
  /** threads that read; a core each when it is not said */
  readonly workers?: number;
  /** what encrypted files are tried with */
  readonly passwords?: readonly Password[];
  readonly onProgress?: (note: CountProgressNote & { readonly bytesTotal: number }) => void;
};

/** Counts files and folders on disk. @throws a system error (ENOENT with its `path`) when a given path does not exist */
export async function countFiles(
  paths: readonly string[],
  options: CountOptions,
  { workingFolder, today, signal, workers = availableParallelism(), passwords = [], onProgress }: CountSurroundings,
): Promise<CountResult> {
  const files = await listFiles(paths.map((path) => resolve(workingFolder, path)));
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  const scratch = await openScratch();
  try {
    return await countEvidence(openFiles(files), options, {
      scratch,
      signal,
      today,
      passwords,
      workers,
      clock: () => performance.now(),
      toolVersion: await readToolVersion(),
      ...(onProgress === undefined ? {} : { onProgress: (note: CountProgressNote) => onProgress({ ...note, bytesTotal }) }),
    });
  } finally {
    await scratch.close();
  }
}

/** The version this program has in its package. */
export async function readToolVersion(): Promise<string> {
  return Package.parse(JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"))).version;
}
