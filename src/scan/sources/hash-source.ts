import type { ByteSource } from "#scan/byte-source.ts";
import { type Hashes, type Hashing, hashBytes } from "#scan/sources/inspect-bytes.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";

/** From so many bytes on a thread of its own hashes a file, beside those that count. */
const WORTH_THREAD = 16 * 1024 * 1024;

type Surroundings = Hashing & { readonly blocks?: BlockCounter | null };

/** Whether a thread can hash the source while this one reads it. */
export function hashesInThread(source: ByteSource, { blocks }: Surroundings): boolean {
  return blocks != null && source.disk !== undefined && source.size >= WORTH_THREAD;
}

/** SHA-256 and SM3 of a source, in a thread where one can open it (see `hashBytes`). @throws Unreadable; the abort reason */
export async function hashSource(source: ByteSource, surroundings: Surroundings): Promise<Hashes> {
  const { blocks, known } = surroundings;
  if (blocks == null || source.disk === undefined || source.size < WORTH_THREAD) return hashBytes(source, surroundings);
  const { place: disk, modified } = source.disk;
  const file = { disk, path: source.path, size: source.size, modified };
  const answer = await blocks.run("hash-file", { file, known: known?.get(source.path) ?? null });
  if ("problem" in answer) throw new Unreadable(answer.problem);
  return answer;
}
