import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { seededRandom } from "./invented-persons.ts";

export type Until = { readonly bytes: number } | { readonly rows: number };
type Line = (random: (below: number) => number, index: number) => string;

/** Writes a file of lines once: up to about so many bytes, or exactly so many rows. A shorter file is the beginning of a longer one. Answers its path. */
export function writeLines(path: string, until: Until, line: Line, header = ""): string {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  const random = seededRandom();
  let written = writeSync(file, header);
  let block = "";
  const isDone = (index: number) => ("rows" in until ? index >= until.rows : written >= until.bytes);
  for (let index = 0; !isDone(index); index++) {
    block += line(random, index);
    if (block.length < 1_000_000) continue;
    written += writeSync(file, block);
    block = "";
  }
  writeSync(file, block);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
