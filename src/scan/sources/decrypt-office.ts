import { createDecipheriv, createHash, type Hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { OleFile } from "#scan/sources/open-ole.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { attributeOf } from "#scan/sources/walk-xml.ts";

const LARGEST_INFO = 1 << 20;
const MOST_SPINS = 10_000_000;
const SEGMENT = 4096;
/** The blocks that ECMA-376 part 2 mixes into the key for the verifier, its hash and the key itself. */
const BLOCKS = { verifier: "fea7d2763b4b9e79", hash: "d7aa0f6d3061344e", key: "146e0be7abacd0d6" } as const;

type Decrypt = (bytes: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

/**
 * The package inside an encrypted Office file, under the first password that its verifier accepts; null when none does.
 * @throws Unreadable when the file says nothing that can be understood of its encryption
 */
export async function decryptOffice(
  file: OleFile,
  passwords: readonly Password[],
  signal: AbortSignal,
): Promise<{ readonly line: number; readonly bytes: AsyncGenerator<Buffer> } | null> {
  const info = await file.take("EncryptionInfo", LARGEST_INFO);
  const open = info.length < 8 ? null : info.readUInt16LE(0) === 4 && info.readUInt16LE(2) === 4 ? openAgile(info) : openStandard(info);
  if (open === null) throw new Unreadable(problemOf("unsupported-format", "EncryptionInfo"));
  for (const { text, line } of passwords) {
    await setImmediate(); // a password takes a tenth of a second: others have their turn between two
    signal.throwIfAborted();
    const decrypt = open(Buffer.from(text, "utf16le"));
    if (decrypt !== null) return { line, bytes: withinSize(file, decrypt) };
  }
  return null;
}

/** The package says its own length first; what is decrypted beyond it is padding. */
async function* withinSize(file: OleFile, decrypt: Decrypt): AsyncGenerator<Buffer> {
  let left = 0;
  let head = Buffer.alloc(0);
  const rest = async function* () {
    for await (const part of file.read("EncryptedPackage")) {
      if (head.length >= 8) {
        yield part;
        continue;
      }
      head = Buffer.concat([head, part]);
      if (head.length < 8) continue;
      left = Math.min(head.readUInt32LE(0) + head.readUInt32LE(4) * 2 ** 32, file.sizeOf("EncryptedPackage"));
      yield head.subarray(8);
    }
  };
  for await (const plain of decrypt(rest())) {
    if (left > 0) yield plain.subarray(0, left);
    left -= plain.length;
  }
}

/** Agile encryption (Office 2010 and later): what is needed stands in XML. */
function openAgile(info: Buffer): ((password: Buffer) => Decrypt | null) | null {
  const xml = info.toString("utf8", 8);
  const tag = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`).exec(xml)?.[1] ?? "";
  const [data, key] = [agileParts(tag("keyData")), agileParts(tag("encryptedKey"))];
  if (data === null || key === null) return null;
  const bytes = (name: string) => Buffer.from(attributeOf(tag("encryptedKey"), name) ?? "", "base64");
  const spins = Number(attributeOf(tag("encryptedKey"), "spinCount") ?? Number.NaN);
  if (!(spins >= 0 && spins <= MOST_SPINS)) return null;
  return (password) => {
    const spun = spin(key.hash, key.salt, password, spins);
    const unwrap = (block: string, cipher: Buffer) => {
      const hashed = digest(key.hash, spun, Buffer.from(block, "hex"));
      return decryptBlocks(cipher, padTo(hashed, key.keyBytes), padTo(key.salt, 16));
    };
    const verifier = unwrap(BLOCKS.verifier, bytes("encryptedVerifierHashInput"));
    const expected = unwrap(BLOCKS.hash, bytes("encryptedVerifierHashValue"));
    const hashed = digest(key.hash, verifier.subarray(0, key.salt.length));
    if (hashed.length === 0 || !hashed.equals(expected.subarray(0, hashed.length))) return null;
    const secret = padTo(unwrap(BLOCKS.key, bytes("encryptedKeyValue")), data.keyBytes);
    return (cipher) => decryptSegments(cipher, secret, (segment) => padTo(digest(data.hash, data.salt, littleEndian(segment)), 16));
  };
}

type AgileParts = { readonly salt: Buffer; readonly keyBytes: 16 | 24 | 32; readonly hash: string };

function agileParts(attributes: string): AgileParts | null {
  const hash = (attributeOf(attributes, "hashAlgorithm") ?? "").replace("-", "").toLowerCase();
  const keyBytes = Number(attributeOf(attributes, "keyBits")) / 8;
  const salt = Buffer.from(attributeOf(attributes, "saltValue") ?? "", "base64");
  if (!/^(sha1|sha256|sha384|sha512)$/.test(hash) || attributeOf(attributes, "cipherAlgorithm") !== "AES") return null;
  if (attributeOf(attributes, "cipherChaining") !== "ChainingModeCBC" || salt.length === 0) return null;
  return keyBytes === 16 || keyBytes === 24 || keyBytes === 32 ? { salt, keyBytes, hash } : null;
}

/** Standard encryption (Office 2007): AES in ECB mode, SHA-1, what is needed at fixed places. */
function openStandard(info: Buffer): ((password: Buffer) => Decrypt | null) | null {
  const verifierAt = 12 + (info.length >= 12 ? info.readUInt32LE(8) : 0);
  if (info.readUInt16LE(2) !== 2 || verifierAt < 44 || info.length < verifierAt + 72) return null;
  const keyBytes = info.readUInt32LE(28) / 8;
  const algorithm = info.readUInt32LE(20);
  if (algorithm < 0x660e || algorithm > 0x6610 || (keyBytes !== 16 && keyBytes !== 24 && keyBytes !== 32)) return null;
  const salt = info.subarray(verifierAt + 4, verifierAt + 20);
  return (password) => {
    const final = digest("sha1", spin("sha1", salt, password, 50_000), littleEndian(0));
    const pad = (byte: number) =>
      digest(
        "sha1",
        Buffer.alloc(64, byte).map((value, at) => value ^ (final[at] ?? 0)),
      );
    const key = Buffer.concat([pad(0x36), pad(0x5c)]).subarray(0, keyBytes);
    const verifier = decryptBlocks(info.subarray(verifierAt + 20, verifierAt + 36), key, null);
    const expected = decryptBlocks(info.subarray(verifierAt + 40, verifierAt + 72), key, null).subarray(0, 20);
    return digest("sha1", verifier).equals(expected) ? (cipher) => decryptSegments(cipher, key, () => null) : null;
  };
}

/** Cipher text in segments of 4096 bytes, each with its own beginning. */
async function* decryptSegments(
  cipher: AsyncIterable<Buffer>,
  key: Buffer,
  startOf: (segment: number) => Buffer | null,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let segment = 0;
  for await (const part of cipher) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    for (; held.length >= SEGMENT; held = held.subarray(SEGMENT)) yield decryptBlocks(held.subarray(0, SEGMENT), key, startOf(segment++));
  }
  if (held.length > 0) yield decryptBlocks(held, key, startOf(segment));
}

/** Whole blocks of AES, CBC where there is a beginning, else ECB; bytes that fill no block are left out. */
function decryptBlocks(cipher: Buffer, key: Buffer, start: Buffer | null): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-${start === null ? "ecb" : "cbc"}`, key, start);
  decipher.setAutoPadding(false);
  return decipher.update(cipher.subarray(0, cipher.length - (cipher.length % 16)));
}

/** The password hashed again and again, so that guessing is slow. */
function spin(algorithm: string, salt: Buffer, password: Buffer, times: number): Buffer {
  let hash: Buffer = digest(algorithm, salt, password);
  for (let at = 0; at < times; at++) hash = digest(algorithm, littleEndian(at), hash);
  return hash;
}

function digest(algorithm: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash: Hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Cut to a length, or filled up with 0x36. */
function padTo(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]);
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
