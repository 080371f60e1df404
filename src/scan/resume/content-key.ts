import { createHash, hkdfSync } from "node:crypto";
import type { ByteSource } from "#scan/byte-source.ts";

const READ = 4 * 1024 * 1024;

/**
 * The key under which what was counted of a source is kept between two runs: made of a salt and every byte of the source. Only who holds
 * the evidence, unchanged, can open it again; the salt keeps it apart from the hashes that are printed. @throws what reading throws
 */
export async function contentKey(source: ByteSource, salt: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const digest = createHash("sha256").update(salt);
  for (let at = 0; at < source.size; ) {
    signal.throwIfAborted();
    const bytes = await source.read(at, READ);
    if (bytes.length === 0) throw new Error(`the source ended at ${at} of ${source.size} bytes`);
    digest.update(bytes);
    at += bytes.length;
  }
  return new Uint8Array(hkdfSync("sha256", digest.digest(), salt, "tandem count state", 32));
}
