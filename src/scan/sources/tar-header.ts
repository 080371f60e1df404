import { decodeName } from "#scan/sources/decode-name.ts";

export const TAR_BLOCK = 512;

/** One header block of a TAR (POSIX.1-1988 ustar, GNU, and the unmarked form before them). */
export type TarHeader = {
  readonly name: string;
  readonly size: number;
  /** type letter: `0` file, `1` and `2` links, `5` folder, `x` and `g` pax, `L` and `K` GNU long names, `S` GNU sparse */
  readonly type: string;
  /** GNU sparse: more of the map follows in blocks of their own */
  readonly mapGoesOn: boolean;
};

/** Reads a header block; null when its checksum does not hold. */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const name = untilNul(block.subarray(0, 100));
  const posix = Buffer.from(block.subarray(257, 263)).toString("latin1") === "ustar\0";
  const prefix = posix ? untilNul(block.subarray(345, 500)) : new Uint8Array();
  const whole = prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from("/"), name]);
  const type = block[156] === 0 ? "0" : String.fromCharCode(block[156] ?? 0);
  return { name: decodeName(whole), size: parseTarNumber(block.subarray(124, 136)), type, mapGoesOn: type === "S" && block[482] !== 0 };
}

/** Whether a block carries the sum of its own bytes, as every TAR header does; some writers summed signed bytes. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK || (block[0] === 0 && block[345] === 0)) return false;
  const told = Buffer.from(block.subarray(148, 156)).toString("latin1");
  if (!/^ *[0-7]{1,7}[ \0]*$/.test(told)) return false;
  let [sum, signed] = [0, 0];
  for (let at = 0; at < TAR_BLOCK; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const promised = Number.parseInt(told, 8);
  return promised === sum || promised === signed;
}

/** The records `LENGTH KEY=VALUE\n` of a pax header, as far as they are well formed. */
export function parsePaxRecords(bytes: Buffer): Map<string, Buffer> {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = space < 0 ? 0 : Number(bytes.toString("latin1", at, space));
    const equals = bytes.indexOf(0x3d, space);
    const end = at + length;
    if (!Number.isInteger(length) || equals < 0 || equals >= end || end > bytes.length) break;
    records.set(bytes.toString("utf8", space + 1, equals), bytes.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

/** Octal digits, or a big-endian number behind a set first bit; NaN for anything else, negative numbers too. */
function parseTarNumber(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0)
    return field[0] === 0xff ? Number.NaN : field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
  const digits = Buffer.from(untilNul(field)).toString("latin1").trim();
  return digits === "" ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
