import { createHash } from "node:crypto";
import type { ByteSource } from "#scan/byte-source.ts";
import { type Hashes, hashBytes, readChunks } from "#scan/sources/inspect-bytes.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";

/** Hashes of sources as an earlier manifest has them, by path. */
export type KnownHashes = ReadonlyMap<string, Hashes>;

/** What hashing takes into account: hashes known from before, and threads for large files. */
export type Hashing = {
  readonly signal: AbortSignal;
  readonly known?: KnownHashes | null;
  readonly blocks?: BlockCounter | null;
};

/** From so many bytes on a thread of its own hashes a file, beside those that count. */
const WORTH_THREAD = 16 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;

/** Whether a thread hashes the source while this one reads it. */
export function hashesInThread(source: ByteSource, { blocks }: Hashing): boolean {
  return blocks != null && source.disk !== undefined && source.size >= WORTH_THREAD;
}

/**
 * SHA-256 and SM3 of a source. Where a manifest knows a source of the path and its SHA-256 is the same, the bytes are the same, and its SM3 is
 * taken over; SM3 costs five times as much. @throws Unreadable; the abort reason
 */
export async function hashSource(source: ByteSource, hashing: Hashing): Promise<Hashes> {
  const known = hashing.known?.get(source.path) ?? null;
  const { blocks, signal } = hashing;
  if (blocks == null || source.disk === undefined || source.size < WORTH_THREAD) return hashKnown(source, known, signal);
  const { place: disk, modified } = source.disk;
  const answer = await blocks.run("hash-file", { file: { disk, path: source.path, size: source.size, modified }, known });
  if ("problem" in answer) throw new Unreadable(answer.problem);
  return answer;
}

/** The same in this thread. */
export async function hashKnown(source: ByteSource, known: Hashes | null, signal: AbortSignal): Promise<Hashes> {
  if (known === null) return hashBytes(source, signal);
  const sha256 = createHash("sha256");
  for await (const chunk of readChunks(source, signal, 0, PIECE)) sha256.update(chunk);
  const digest = sha256.digest("hex");
  return digest === known.sha256 ? { sha256: digest, sm3: known.sm3 } : hashBytes(source, signal);
}
