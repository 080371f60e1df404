import type { SqlitePages } from "#scan/sources/sqlite-pages.ts";

/** A row as stored: its number, its values as text, and where in the file its cell begins (0: in a write-ahead log). */
export type SqliteRow = { readonly rowId: bigint; readonly values: readonly string[]; readonly offset: number };

/** A varint at a place and the place after it; null when the bytes end before. */
export function readVarint(bytes: Buffer, at: number): { readonly value: bigint; readonly next: number } | null {
  let value = 0n;
  for (let length = 0; length < 9; length++) {
    const byte = bytes[at + length];
    if (byte === undefined) return null;
    if (length === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, next: at + length + 1 };
  }
  return null;
}

/** The same where the value must be a length or number of a page; -1 for more than a safe integer. */
export function readLength(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | null {
  const first = bytes[at];
  if (first !== undefined && first < 0x80) return { value: first, next: at + 1 };
  const read = readVarint(bytes, at);
  if (read === null) return null;
  const value = Number(read.value);
  return { value: Number.isSafeInteger(value) && value >= 0 ? value : -1, next: read.next };
}

/** The values of a record; null when its header makes no sense. A value that the bytes do not hold in full is cut. */
export function parseRecord(payload: Buffer, textOf: (bytes: Buffer) => string): string[] | null {
  const head = readLength(payload, 0);
  if (head === null || head.value < head.next || head.value > payload.length) return null;
  const values: string[] = [];
  let at = head.next;
  let body = head.value;
  while (at < head.value) {
    const type = readLength(payload, at);
    if (type === null || type.value < 0 || type.next > head.value) return null;
    at = type.next;
    const length = lengthOf(type.value);
    values.push(valueOfType(type.value, payload.subarray(body, body + length), textOf));
    body += length;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return FIXED[type] ?? 0;
}

const FIXED: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function valueOfType(type: number, bytes: Buffer, textOf: (bytes: Buffer) => string): string {
  if (type === 0 || type === 10 || type === 11) return "";
  if (type === 8) return "0";
  if (type === 9) return "1";
  if (type >= 12) return type % 2 === 1 ? textOf(bytes) : textOfBlob(bytes);
  if (bytes.length < lengthOf(type)) return "";
  if (type === 7) return String(bytes.readDoubleBE(0));
  return type === 6 ? String(bytes.readBigInt64BE(0)) : String(bytes.readIntBE(0, bytes.length));
}

const LONGEST_BLOB = 1 << 20;
const strict = new TextDecoder("utf-8", { fatal: true });

/** A blob is read where it is text; a picture or the like is empty. */
function textOfBlob(bytes: Buffer): string {
  if (bytes.length > LONGEST_BLOB || bytes.includes(0)) return "";
  try {
    return strict.decode(bytes);
  } catch (failure) {
    if (failure instanceof TypeError) return ""; // the question is whether it is text
    throw failure;
  }
}

/** How the database writes its text. */
export function textDecoderOf({ encoding }: SqlitePages): (bytes: Buffer) => string {
  if (encoding === "utf-8") return (bytes) => bytes.toString("utf8");
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
