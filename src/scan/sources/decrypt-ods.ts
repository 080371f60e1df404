import { createDecipheriv, createHash, type Hash, pbkdf2Sync } from "node:crypto";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createInflateRaw } from "node:zlib";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { attributeOf } from "#scan/sources/walk-xml.ts";

const MOST_ROUNDS = 10_000_000;
const CHECKED = 1024;
const PIECE = 1 << 20;

type Locked = {
  readonly size: number;
  readonly start: "sha1" | "sha256";
  readonly check: { readonly hash: "sha1" | "sha256"; readonly sum: Buffer };
  readonly salt: Buffer;
  readonly rounds: number;
  readonly keyBytes: 16 | 24 | 32;
  readonly iv: Buffer;
};

/** Whether a package's manifest says that parts of it are encrypted. */
export function isEncryptedOds(manifest: Buffer): boolean {
  return manifest.includes("encryption-data");
}

/**
 * The plain bytes of `content.xml` in an encrypted package of OpenDocument 1.2 (AES in CBC mode, PBKDF2), under the first password whose
 * checksum fits; null when none does. `size`: as many bytes as the manifest promises.
 * @throws Unreadable "password-not-tried" for other encryption (Blowfish before it, Argon2 after it)
 */
export async function decryptOds(
  cipher: Buffer,
  manifest: Buffer,
  passwords: readonly Password[],
  signal: AbortSignal,
): Promise<{ readonly line: number; readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | null> {
  const locked = lockOf(manifest.toString("utf8"));
  if (locked === null || cipher.length === 0 || cipher.length % 16 !== 0) throw new Unreadable(problemOf("password-not-tried", "ODS"));
  for (const { text, line } of passwords) {
    await setImmediate(); // a password takes a tenth of a second: others have their turn between two
    signal.throwIfAborted();
    const secret = createHash(locked.start).update(text, "utf8").digest();
    const key = pbkdf2Sync(secret, locked.salt, locked.rounds, locked.keyBytes, "sha1");
    if (fits(cipher, key, locked)) return { line, size: locked.size, bytes: inflate(cipher, key, locked) };
  }
  return null;
}

/** The checksum is that of the first 1024 bytes that were packed. */
function fits(cipher: Buffer, key: Buffer, { iv, check }: Locked): boolean {
  const whole = cipher.length <= CHECKED + 16;
  const plain = decipher(key, iv).update(whole ? cipher : cipher.subarray(0, CHECKED));
  const packed = (whole ? withoutPadding(plain) : plain).subarray(0, CHECKED);
  const hash: Hash = createHash(check.hash);
  return hash.update(packed).digest().equals(check.sum);
}

function inflate(cipher: Buffer, key: Buffer, { iv }: Locked): AsyncIterable<Uint8Array> {
  const plain = function* (): Generator<Buffer> {
    const opened = decipher(key, iv);
    for (let at = 0; at < cipher.length; at += PIECE) {
      const piece = opened.update(cipher.subarray(at, at + PIECE));
      yield at + PIECE >= cipher.length ? withoutPadding(piece) : piece;
    }
  };
  return Readable.from(plain(), { objectMode: false }).compose(createInflateRaw());
}

function decipher(key: Buffer, iv: Buffer) {
  return createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
}

/** The last byte says how many there are too many; what the others of them hold is chance. */
function withoutPadding(plain: Buffer): Buffer {
  const more = plain.at(-1) ?? 0;
  return more >= 1 && more <= 16 ? plain.subarray(0, plain.length - more) : plain;
}

function lockOf(manifest: string): Locked | null {
  const entry = [...manifest.matchAll(/<(?:\w+:)?file-entry\b([^>]*[^/>])>([\s\S]*?)<\/(?:\w+:)?file-entry>/g)].find(
    ([, attributes = ""]) => attributeOf(attributes, "full-path") === "content.xml",
  );
  const [, head = "", body = ""] = entry ?? [];
  const tag = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`).exec(body)?.[1] ?? "";
  const bytes = (name: string, value: string) => Buffer.from(attributeOf(tag(name), value) ?? "", "base64");
  const algorithm = /aes(128|192|256)-cbc$/.exec(attributeOf(tag("algorithm"), "algorithm-name") ?? "")?.[1];
  const keyBytes = Number(algorithm ?? 0) / 8;
  const rounds = Number(attributeOf(tag("key-derivation"), "iteration-count") ?? 0);
  const start = hashIn(attributeOf(tag("start-key-generation"), "start-key-generation-name") ?? "SHA1");
  const hash = hashIn((attributeOf(tag("encryption-data"), "checksum-type") ?? "").replace(/[-/]?1k$/i, ""));
  const [iv, salt] = [bytes("algorithm", "initialisation-vector"), bytes("key-derivation", "salt")];
  if (!/PBKDF2$/i.test(attributeOf(tag("key-derivation"), "key-derivation-name") ?? "") || iv.length !== 16 || salt.length === 0)
    return null;
  if (start === null || hash === null || !(rounds >= 1 && rounds <= MOST_ROUNDS)) return null;
  if (keyBytes !== 16 && keyBytes !== 24 && keyBytes !== 32) return null;
  const check = { hash, sum: bytes("encryption-data", "checksum") };
  return { size: Number(attributeOf(head, "size") ?? Number.NaN), start, check, salt, rounds, keyBytes, iv };
}

/** A hash by the name or the address that OpenDocument gives it. */
function hashIn(name: string): "sha1" | "sha256" | null {
  if (/sha-?256$/i.test(name)) return "sha256";
  return /sha-?1$/i.test(name) ? "sha1" : null;
}
