import { createCipheriv, createDecipheriv } from "node:crypto";

/**
 * How an object lies on disk: one header, then chunks of `chunkBytes` (the last one shorter), each AES-256-GCM with its tag.
 *
 *   header  magic (8) | chunkBytes (4) | object id (16) | wrapped data key (60)
 *   chunk   ciphertext | tag (16)
 *
 * Every object has its own random data key, so the chunk's index may serve as nonce. The additional data of a chunk are the object
 * id, the index and whether it is the last: chunks cannot be swapped, repeated, dropped or moved to another object. The data key is
 * wrapped by the master key with SHA-256 and length of the plain bytes as additional data: a whole file cannot stand in for another.
 */
export const MAGIC = Buffer.from("TANDEM01", "latin1");
export const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const WRAPPED_BYTES = NONCE_BYTES + 32 + TAG_BYTES;
export const HEADER_BYTES = MAGIC.length + 4 + 16 + WRAPPED_BYTES;

export type Header = { readonly chunkBytes: number; readonly objectId: Uint8Array; readonly wrappedKey: Uint8Array };
export type Plain = { readonly sha256: string; readonly bytes: number };

export function formatHeader(header: Header): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(header.chunkBytes);
  return Buffer.concat([MAGIC, size, header.objectId, header.wrappedKey]);
}

/** @throws when the bytes are no header */
export function parseHeader(bytes: Buffer): Header {
  if (bytes.length !== HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error("not a stored object");
  const chunkBytes = bytes.readUInt32BE(MAGIC.length);
  if (chunkBytes === 0) throw new Error("chunk of no bytes");
  const at = MAGIC.length + 4;
  return { chunkBytes, objectId: bytes.subarray(at, at + 16), wrappedKey: bytes.subarray(at + 16) };
}

export function wrapKey(
  dataKey: Uint8Array,
  masterKey: Uint8Array,
  nonce: Uint8Array,
  header: Omit<Header, "wrappedKey">,
  plain: Plain,
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", masterKey, nonce);
  cipher.setAAD(keyContext(header, plain));
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when header, hash or length are not those of intake, or the master key is another */
export function unwrapKey(masterKey: Uint8Array, header: Header, plain: Plain): Buffer {
  const wrapped = Buffer.from(header.wrappedKey);
  const decipher = createDecipheriv("aes-256-gcm", masterKey, wrapped.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(keyContext(header, plain));
  decipher.setAuthTag(wrapped.subarray(WRAPPED_BYTES - TAG_BYTES));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, WRAPPED_BYTES - TAG_BYTES)), decipher.final()]);
}

/** Ciphertext and tag of one chunk. */
export function sealChunk(dataKey: Uint8Array, objectId: Uint8Array, index: number, isLast: boolean, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", dataKey, chunkNonce(index));
  cipher.setAAD(chunkContext(objectId, index, isLast));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when one bit of the chunk, its place or its being last differs */
export function openChunk(dataKey: Uint8Array, objectId: Uint8Array, index: number, isLast: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", dataKey, chunkNonce(index), { authTagLength: TAG_BYTES });
  decipher.setAAD(chunkContext(objectId, index, isLast));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
}

/** Index of the last chunk; an empty object has one chunk of no bytes. */
export function lastChunkOf(bytes: number, chunkBytes: number): number {
  return Math.max(0, Math.ceil(bytes / chunkBytes) - 1);
}

/** Length of the file that holds so many bytes. */
export function fileBytesOf(bytes: number, chunkBytes: number): number {
  return HEADER_BYTES + bytes + (lastChunkOf(bytes, chunkBytes) + 1) * TAG_BYTES;
}

function chunkNonce(index: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function chunkContext(objectId: Uint8Array, index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(9);
  place.writeBigUInt64BE(BigInt(index));
  place.writeUInt8(isLast ? 1 : 0, 8);
  return Buffer.concat([MAGIC, objectId, place]);
}

function keyContext(header: Omit<Header, "wrappedKey">, plain: Plain): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32BE(header.chunkBytes);
  sizes.writeBigUInt64BE(BigInt(plain.bytes), 4);
  return Buffer.concat([MAGIC, sizes, header.objectId, Buffer.from(plain.sha256, "hex")]);
}
