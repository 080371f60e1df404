import { createHash, randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { formatHeader, HEADER_BYTES, sealChunk, wrapKey } from "#evidence/chunk-cipher.ts";
import type { StoredObject } from "#evidence/vault.ts";

/** The sender stopped or broke off. What was received so far, in bytes. */
export class IntakeCutOff extends Error {
  readonly received: number;
  constructor(received: number, options?: ErrorOptions) {
    super(`the stream ended after ${received} bytes`, options);
    this.name = "IntakeCutOff";
    this.received = received;
  }
}

/**
 * Writes the stream into the open file as a sealed object and answers its hashes. Memory: two chunks, whatever the length.
 * @throws IntakeCutOff when the sender breaks off or sends another number of bytes than announced; write errors as they come
 */
export async function sealStream(
  stream: AsyncIterable<Uint8Array>,
  announcedBytes: number | null,
  write: (bytes: Buffer, position: number) => Promise<void>,
  { masterKey, chunkBytes }: { masterKey: Uint8Array; chunkBytes: number },
): Promise<StoredObject> {
  const [dataKey, objectId] = [randomBytes(32), randomBytes(16)];
  const hashes = { sha256: createHash("sha256"), sm3: createHash("sm3"), md5: createHash("md5"), sha1: createHash("sha1") };
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let [filled, index, received, position] = [0, 0, 0, HEADER_BYTES];

  const flush = async (isLast: boolean) => {
    const sealed = sealChunk(dataKey, objectId, index, isLast, chunk.subarray(0, filled));
    await write(sealed, position);
    position += sealed.length;
    index += 1;
    filled = 0;
  };

  for await (const part of guarded(stream, () => received)) {
    received += part.length;
    if (announcedBytes !== null && received > announcedBytes) throw new IntakeCutOff(received);
    for (const hash of Object.values(hashes)) hash.update(part);
    for (let from = 0; from < part.length; ) {
      // A full chunk is written only when more follows: only then is it known not to be the last.
      if (filled === chunkBytes) await flush(false);
      const taken = Math.min(chunkBytes - filled, part.length - from);
      chunk.set(part.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
    }
  }
  if (announcedBytes !== null && received !== announcedBytes) throw new IntakeCutOff(received);
  await flush(true);
  chunk.fill(0);

  const sha256 = hashes.sha256.digest("hex");
  const wrappedKey = wrapKey(dataKey, masterKey, randomBytes(12), { chunkBytes, objectId }, { sha256, bytes: received });
  await write(formatHeader({ chunkBytes, objectId, wrappedKey }), 0);
  return {
    sha256,
    sm3: hashes.sm3.digest("hex"),
    md5: hashes.md5.digest("hex"),
    sha1: hashes.sha1.digest("hex"),
    bytes: received,
    wrappedKey,
    chunkBytes,
  };
}

/**
 * Every failure of the sender as one kind, so that it is not mistaken for a failure of the disk. The stream is left open: it may
 * be a request whose sender still waits for the answer.
 */
async function* guarded(stream: AsyncIterable<Uint8Array>, received: () => number): AsyncIterable<Uint8Array> {
  const iterable: AsyncIterable<Uint8Array> = stream instanceof Readable ? stream.iterator({ destroyOnReturn: false }) : stream;
  const parts = iterable[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await parts.next().catch((problem: unknown) => {
        throw new IntakeCutOff(received(), { cause: problem });
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await parts.return?.();
  }
}

/** A writer that writes all of the bytes at the position. */
export function writerOf(file: FileHandle): (bytes: Buffer, position: number) => Promise<void> {
  return async (bytes, position) => {
    for (let written = 0; written < bytes.length; ) {
      written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
    }
  };
}
