import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { countDecided } from "#scan/count/count-decided.ts";
import type { CountProgressNote } from "#scan/count-evidence.ts";
import { openMemory } from "#scan/resume/open-memory.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";
import type { KnownHashes } from "#scan/sources/inspect-bytes.ts";
import { listFiles, openFiles } from "#scan/sources/open-files.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { openScratch } from "#scan/sources/scratch.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const Package = z.object({ version: z.string() });

/** What counting files needs from around: where relative paths start, what stops it, who watches. */
export type CountSurroundings = {
  readonly workingFolder: string;
  readonly today: string;
  readonly signal: AbortSignal;
  /** threads that read; a core each when it is not said */
  readonly workers?: number;
  /** the folder in which a count that was killed goes on, and who hears of sources that changed since */
  readonly resume?: { readonly folder: string; readonly onChanged: (path: string) => void };
  /** takes the figures before what a killed count would go on from is thrown away */
  readonly deliver?: (result: CountResult) => Promise<void>;
  /** what encrypted files are tried with */
  readonly passwords?: readonly Password[];
  /** hashes that a manifest knows of sources, by path */
  readonly known?: KnownHashes;
  readonly onProgress?: (note: CountProgressNote & { readonly bytesTotal: number }) => void;
};

/**
 * Counts files and folders on disk. @throws a system error (ENOENT with its `path`) when a given path does not exist; OtherState when the
 * folder to resume from belongs to another count
 */
export async function countFiles(
  paths: readonly string[],
  options: CountOptions,
  { workingFolder, today, signal, workers = availableParallelism(), passwords = [], onProgress, resume, deliver, known }: CountSurroundings,
): Promise<CountResult> {
  const toolVersion = await readToolVersion();
  const files = await listFiles(paths.map((path) => resolve(workingFolder, path)));
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  const identity = { options, today, passwords, toolVersion, rules: TIERS_2017_10.version, known: known === undefined ? null : [...known] };
  const opened =
    resume === undefined ? null : await openMemory(resolve(workingFolder, resume.folder), identity, { onChanged: resume.onChanged });
  const scratch = await openScratch();
  try {
    const result = await countDecided(() => openFiles(files), options, {
      scratch,
      signal,
      today,
      passwords,
      workers,
      clock: () => performance.now(),
      toolVersion,
      ...(known === undefined ? {} : { known }),
      ...(opened === null ? {} : { memory: opened.memory }),
      ...(onProgress === undefined ? {} : { onProgress: (note: CountProgressNote) => onProgress({ ...note, bytesTotal }) }),
    });
    await deliver?.(result);
    await opened?.forget();
    return result;
  } catch (failure) {
    await opened?.close();
    throw failure;
  } finally {
    await scratch.close();
  }
}

/** The version this program has in its package. */
export async function readToolVersion(): Promise<string> {
  return Package.parse(JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"))).version;
}
