import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ByteSource } from "#scan/byte-source.ts";
import { DecodingErrors } from "#scan/sources/count-decoding-errors.ts";
import { type DecidedEncoding, EncodingEvidence } from "#scan/sources/encoding-evidence.ts";

export const CHUNK = 1 << 20;

export type Hashes = { readonly sha256: string; readonly sm3: string };

/** Hashes of sources as an earlier manifest has them, by path. */
export type KnownHashes = ReadonlyMap<string, Hashes>;

/** What hashing takes into account: what stops it, and hashes known from before. */
export type Hashing = { readonly signal: AbortSignal; readonly known?: KnownHashes | null };

/**
 * Reads all bytes for their SHA-256 and SM3 (GB/T 32905), and on the way whatever else wants to see them. Where a manifest knows a source of
 * the path and its SHA-256 is the same, the bytes are the same and its SM3 is taken over: SM3 costs five times as much.
 */
export async function hashBytes(source: ByteSource, hashing: AbortSignal | Hashing, look?: (chunk: Uint8Array) => void): Promise<Hashes> {
  const { signal, known = null } = "signal" in hashing ? hashing : { signal: hashing };
  const expected = known?.get(source.path);
  const sha256 = createHash("sha256");
  let sm3 = expected === undefined ? createHash("sm3") : null;
  // Who looks may keep what it sees.
  for await (const chunk of look === undefined ? passChunks(source, signal) : readChunks(source, signal)) {
    sha256.update(chunk);
    sm3?.update(chunk);
    look?.(chunk);
  }
  const digest = sha256.digest("hex");
  if (expected?.sha256 === digest) return { sha256: digest, sm3: expected.sm3 };
  if (sm3 === null) {
    sm3 = createHash("sm3");
    for await (const chunk of passChunks(source, signal)) sm3.update(chunk);
  }
  return { sha256: digest, sm3: sm3.digest("hex") };
}

/** Hashes a source that may be text and decides its encoding over all of its bytes; `text` null when it is none. */
export async function inspectText(
  source: ByteSource,
  hashing: AbortSignal | Hashing,
): Promise<Hashes & { readonly text: DecidedEncoding | null }> {
  const evidence = new EncodingEvidence();
  const hashes = await hashBytes(source, hashing, (chunk) => evidence.feed(chunk));
  return { ...hashes, text: await decideEncoding(source, evidence, "signal" in hashing ? hashing.signal : hashing) };
}

/** The encoding over all bytes of a source that others hash; null when it is no text. */
export async function inspectEncoding(source: ByteSource, signal: AbortSignal): Promise<DecidedEncoding | null> {
  const evidence = new EncodingEvidence();
  for await (const chunk of passChunks(source, signal)) evidence.feed(chunk);
  return decideEncoding(source, evidence, signal);
}

function decideEncoding(source: ByteSource, evidence: EncodingEvidence, signal: AbortSignal): Promise<DecidedEncoding | null> {
  return evidence.decide(async (encoding) => {
    const errors = new DecodingErrors();
    for await (const chunk of passChunks(source, signal)) encoding === "utf-8" ? errors.feedUtf8(chunk) : errors.feedGb18030(chunk);
    return { errors: errors.total(), hanzi: errors.hanzi() };
  });
}

/** All bytes of a source in pieces of a megabyte, or as asked; lets other work run between them. @throws the abort reason */
export function readChunks(source: ByteSource, signal: AbortSignal, from = 0, piece = CHUNK): AsyncGenerator<Uint8Array> {
  return readInPieces(source, signal, { from, piece });
}

/**
 * The same for who only looks at each piece: the next one may be written over it. Fresh memory for each megabyte of a large source would
 * have V8 collect all of its memory again and again.
 */
function passChunks(source: ByteSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  return readInPieces(source, signal, { from: 0, piece: CHUNK, into: new Uint8Array(Math.min(CHUNK, source.size)) });
}

type Pieces = { readonly from: number; readonly piece: number; readonly into?: Uint8Array };

async function* readInPieces(source: ByteSource, signal: AbortSignal, { from, piece, into }: Pieces): AsyncGenerator<Uint8Array> {
  for (let at = from; at < source.size; ) {
    signal.throwIfAborted();
    const chunk = await source.read(at, piece, into);
    if (chunk.length === 0) throw new Error(`the source ended at ${at} of ${source.size} bytes`);
    yield chunk;
    at += chunk.length;
    await setImmediate();
  }
}

/** The same bytes, until the signal is raised. @throws the abort reason */
export async function* abortable(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    yield chunk;
  }
}
