import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** A piece under a key of 32 bytes, AES-256-GCM: nonce, cipher, tag. `about` is bound to it and stands beside it in the clear. */
export function sealPiece(key: Uint8Array, piece: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(about);
  return Buffer.concat([nonce, cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

/** The piece, or null when the key is another one or a bit of it was changed. */
export function openPiece(key: Uint8Array, sealed: Uint8Array, about: Uint8Array): Buffer | null {
  if (sealed.length < NONCE + TAG) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE));
  decipher.setAAD(about);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const piece = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  try {
    return Buffer.concat([piece, decipher.final()]);
  } catch {
    return null; // authentication failed: the only thing `final` can say
  }
}
