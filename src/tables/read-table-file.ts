import { resolve } from "node:path";
import { listFiles, openFiles } from "#scan/sources/open-files.ts";
import { type ReadTables, readTables } from "#tables/read-tables.ts";

/** Reads the tables of a file on disk. @throws a system error when there is no such file */
export async function readTableFile(workingFolder: string, file: string, signal: AbortSignal): Promise<ReadTables> {
  for await (const source of openFiles(await listFiles([resolve(workingFolder, file)]))) return await readTables(source, signal);
  return { ok: false, problem: { zh: "空文件夹", en: "an empty folder" } };
}
