import { hash } from "node:crypto";

/** A value in 128 bits, as four unsigned words; the caller's array is filled. */
export type PackedValue = Uint32Array;

const DIGITS = 0x8000_0000;
const INLINE = 0x4000_0000;
const HASH_BITS = 0x3c0f_ffff;
const LARGEST_DIGITS = 27;
const LARGEST_INLINE = 6;

/**
 * Packs a value of a kind (0–63) into 128 bits. Lossless for up to 27 digits with an optional closing X (every numeric kind: resident
 * ids, mobiles, cards, IMEI …) and for up to 6 UTF-16 code units (names); anything longer is its SHA-256 cut to 120 bits, where two of
 * 10^9 different values meet with a probability of about 10^-18. The two top bits tell the three forms apart; bits 20–25 of the first
 * word are the kind in all of them.
 */
export function packValue(kind: number, value: string, into: PackedValue): void {
  const length = value.length;
  if (length > 0 && length <= LARGEST_DIGITS + 1 && packDigits(kind, value, into)) return;
  if (length <= LARGEST_INLINE) {
    into[0] = (INLINE | (kind << 20) | length) >>> 0;
    into[1] = unit(value, 0) | (unit(value, 1) << 16);
    into[2] = unit(value, 2) | (unit(value, 3) << 16);
    into[3] = unit(value, 4) | (unit(value, 5) << 16);
    return;
  }
  const digest = hash("sha256", `${String.fromCharCode(kind)}${value}`, "buffer");
  const first = digest.readUInt32LE(0);
  into[0] = ((first & HASH_BITS) | (kind << 20)) >>> 0;
  into[1] = digest.readUInt32LE(4);
  into[2] = digest.readUInt32LE(8);
  into[3] = digest.readUInt32LE(12);
}

function packDigits(kind: number, value: string, into: PackedValue): boolean {
  const closingX = value.charCodeAt(value.length - 1) === 0x58;
  const length = closingX ? value.length - 1 : value.length;
  if (length > LARGEST_DIGITS || length === 0) return false;
  let high = 0;
  let middle = 0;
  let low = 0;
  for (let at = 0; at < length; at++) {
    const digit = value.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return false;
    if (at < length - 18) high = high * 10 + digit;
    else if (at < length - 9) middle = middle * 10 + digit;
    else low = low * 10 + digit;
  }
  into[0] = (DIGITS | (kind << 20) | (length << 1) | (closingX ? 1 : 0)) >>> 0;
  into[1] = high;
  into[2] = middle;
  into[3] = low;
  return true;
}

function unit(value: string, at: number): number {
  return at < value.length ? value.charCodeAt(at) : 0;
}
