import { createHmac, hkdfSync } from "node:crypto";
import { readFile } from "node:fs/promises";

/**
 * A keyed fingerprint (HMAC-SHA256, 32 bytes) of words that must not stand in the audit: the same words give the same fingerprint, so that
 * a repeated search is seen, and without the key file nobody can try out which words they were.
 */
export type Fingerprint = (words: string) => Buffer;

/** Fingerprints under a key derived from the installation's master key. @throws when the key file cannot be read */
export async function openFingerprint(keyFile: string): Promise<Fingerprint> {
  const key = Buffer.from(hkdfSync("sha256", (await readFile(keyFile, "utf8")).trim().toLowerCase(), "", "tandem audit fingerprints", 32));
  return (words) => createHmac("sha256", key).update(words).digest();
}
