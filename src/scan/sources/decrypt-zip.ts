import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

/** How a member of a ZIP is encrypted: traditionally, or with AES of WinZip, where its real compression stands in an extra field. */
export type ZipEncryption =
  | { readonly kind: "traditional"; readonly check: number; readonly method: number }
  | { readonly kind: "aes"; readonly strength: 1 | 2 | 3; readonly method: number; readonly hasChecksum: boolean };

export type EncryptedEntry = {
  readonly crc32: number;
  readonly compressionMethod: number;
  readonly generalPurposeBitFlag: number;
  readonly lastModFileTime: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
};

/** How an entry is encrypted; null for the strong encryption of PKWARE, which nobody else writes. */
export function zipEncryptionOf(entry: EncryptedEntry): ZipEncryption | null {
  if ((entry.generalPurposeBitFlag & 0x40) !== 0) return null;
  if (entry.compressionMethod !== 99) {
    const streamed = (entry.generalPurposeBitFlag & 8) !== 0;
    const check = streamed ? entry.lastModFileTime >> 8 : entry.crc32 >>> 24;
    return { kind: "traditional", check: check & 0xff, method: entry.compressionMethod };
  }
  const field = entry.extraFields.find(({ id, data }) => id === 0x9901 && data.length >= 7)?.data;
  const strength = field?.readUInt8(4);
  if (field === undefined || (strength !== 1 && strength !== 2 && strength !== 3)) return null;
  return { kind: "aes", strength, method: field.readUInt16LE(5), hasChecksum: field.readUInt16LE(0) === 1 };
}

/** Decrypts the packed bytes of a member. `size` is their length. @throws WrongPassword where they say that it is not the one */
export async function* decryptZip(
  packed: AsyncIterable<Uint8Array>,
  size: number,
  encryption: ZipEncryption,
  password: Buffer,
): AsyncGenerator<Uint8Array> {
  if (encryption.kind === "aes") yield* decryptAes(packed, size, encryption.strength, password);
  else yield* decryptTraditionally(packed, encryption.check, password);
}

/** Not the password of this member, or the member is damaged where this cannot be told apart. */
export class WrongPassword extends Error {}

const HEADER = 12;

async function* decryptTraditionally(packed: AsyncIterable<Uint8Array>, check: number, password: Buffer): AsyncGenerator<Uint8Array> {
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number) => {
    key0 = nextCrc(key0, byte);
    key1 = (Math.imul((key1 + (key0 & 0xff)) >>> 0, 134_775_813) + 1) >>> 0;
    key2 = nextCrc(key2, key1 >>> 24);
  };
  for (const byte of password) update(byte);
  let seen = 0;
  for await (const chunk of packed) {
    const plain = Buffer.allocUnsafe(chunk.length);
    for (let at = 0; at < chunk.length; at++) {
      const mixed = (key2 & 0xffff) | 2;
      const byte = (chunk[at] ?? 0) ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
      plain[at] = byte;
      update(byte);
      if (seen + at === HEADER - 1 && byte !== check) throw new WrongPassword();
    }
    const from = Math.max(0, Math.min(chunk.length, HEADER - seen));
    seen += chunk.length;
    if (from < chunk.length) yield plain.subarray(from);
  }
  if (seen < HEADER) throw new WrongPassword();
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => crcOfByte(byte));

function crcOfByte(byte: number): number {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
}

function nextCrc(value: number, byte: number): number {
  return ((CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)) >>> 0;
}

const [ITERATIONS, VERIFIER, AUTHENTICATION, BLOCK] = [1000, 2, 10, 16];

async function* decryptAes(
  packed: AsyncIterable<Uint8Array>,
  size: number,
  strength: 1 | 2 | 3,
  password: Buffer,
): AsyncGenerator<Uint8Array> {
  const [salt, keyLength] = [4 + 4 * strength, 8 + 8 * strength];
  let content = size - salt - VERIFIER - AUTHENTICATION;
  if (content < 0) throw new WrongPassword();
  let held = Buffer.alloc(0);
  let opened: { readonly decrypt: (bytes: Buffer) => Buffer; readonly hmac: ReturnType<typeof createHmac> } | null = null;
  for await (const chunk of packed) {
    held = Buffer.concat([held, chunk]);
    if (opened === null) {
      if (held.length < salt + VERIFIER) continue;
      const keys = pbkdf2Sync(password, held.subarray(0, salt), ITERATIONS, keyLength * 2 + VERIFIER, "sha1");
      if (!keys.subarray(keyLength * 2).equals(held.subarray(salt, salt + VERIFIER))) throw new WrongPassword();
      opened = { decrypt: countUp(keys.subarray(0, keyLength)), hmac: createHmac("sha1", keys.subarray(keyLength, keyLength * 2)) };
      held = held.subarray(salt + VERIFIER);
    }
    // Whole blocks only, until the end is known: the counter goes block by block.
    const ready = Math.min(content, held.length);
    const whole = ready === content ? ready : ready - (ready % BLOCK);
    if (whole === 0) continue;
    const cipher = held.subarray(0, whole);
    held = held.subarray(whole);
    content -= whole;
    opened.hmac.update(cipher);
    yield opened.decrypt(cipher);
  }
  const expected = opened?.hmac.digest().subarray(0, AUTHENTICATION);
  if (expected === undefined || held.length !== AUTHENTICATION || !timingSafeEqual(expected, held)) throw new WrongPassword();
}

/** AES in counter mode as WinZip counts: from 1, the lowest byte first. */
function countUp(key: Buffer): (bytes: Buffer) => Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null);
  cipher.setAutoPadding(false);
  let count = 0;
  return (bytes) => {
    const blocks = Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK);
    for (let at = 0; at < blocks.length; at += BLOCK) {
      count++;
      blocks.writeUInt32LE(count >>> 0, at);
      blocks.writeUInt32LE(Math.floor(count / 2 ** 32), at + 4);
    }
    const stream = cipher.update(blocks);
    const plain = Buffer.allocUnsafe(bytes.length);
    for (let at = 0; at < bytes.length; at++) plain[at] = (bytes[at] ?? 0) ^ (stream[at] ?? 0);
    return plain;
  };
}
