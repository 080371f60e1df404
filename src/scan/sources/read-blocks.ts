import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";

export const LONGEST_LINE = 64 * 1024 * 1024;

/** Bytes of a text that end with a line (or with the text): `offset` of the first of them, `skipped` bytes of a line beyond the limit before them. */
export type Block = { readonly bytes: Buffer; readonly offset: number; readonly last: boolean; readonly skipped: number };

/**
 * A text in blocks of whole lines, about a megabyte each (or `piece` bytes); CR LF is never torn apart. A line longer than `longest` is cut: its first
 * `longest` bytes are a line, the rest of it is skipped and said so.
 */
export async function* readBlocks(
  source: ByteSource,
  encoding: Encoding,
  from: number,
  signal: AbortSignal,
  longest = LONGEST_LINE,
  piece?: number,
): AsyncGenerator<Block> {
  let kept: Buffer[] = [];
  let size = 0;
  let start = from;
  let at = from;
  let skipped = 0;
  let skipping = false;
  for await (const chunk of readChunks(source, signal, from, piece)) {
    let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    at += bytes.length;
    const last = at >= source.size;
    if (skipping) {
      const end = firstLineEnd(bytes, encoding, (at - bytes.length - from) % 2);
      skipped += end < 0 ? bytes.length : end;
      start += end < 0 ? bytes.length : end;
      if (end < 0) continue;
      bytes = bytes.subarray(end);
      skipping = false;
    }
    const cut = last ? bytes.length : lastLineEnd(bytes, encoding, (at - bytes.length - from) % 2);
    if (cut > 0 || last) {
      const whole = kept.length === 0 ? bytes.subarray(0, cut) : Buffer.concat([...kept, bytes.subarray(0, cut)]);
      if (whole.length > 0) yield { bytes: whole, offset: start, last, skipped };
      start += whole.length;
      skipped = 0;
      kept = cut < bytes.length ? [bytes.subarray(cut)] : [];
      size = bytes.length - cut;
    } else {
      kept.push(bytes);
      size += bytes.length;
      if (size > longest) {
        const whole = Buffer.concat(kept);
        yield { bytes: whole, offset: start, last: false, skipped };
        start += whole.length;
        [kept, size, skipped, skipping] = [[], 0, 0, true];
      }
    }
  }
  if (skipped > 0) yield { bytes: Buffer.alloc(0), offset: start, last: true, skipped };
}

/** Bytes up to and with the last line end, 0 without one. A CR as the very last byte waits for what follows. */
function lastLineEnd(bytes: Buffer, encoding: Encoding, parity: number): number {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const [low, high] = encoding === "utf-16le" ? [0, 1] : [1, 0];
    for (let at = bytes.length - 2 - ((bytes.length - parity) % 2); at >= 0; at -= 2)
      if (bytes[at + low] === 10 && bytes[at + high] === 0) return at + 2;
    return 0;
  }
  const feed = bytes.lastIndexOf(10);
  if (feed >= 0) return feed + 1;
  const carriage = bytes.lastIndexOf(13, bytes.length - 2);
  return carriage + 1;
}

function firstLineEnd(bytes: Buffer, encoding: Encoding, parity: number): number {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const [low, high] = encoding === "utf-16le" ? [0, 1] : [1, 0];
    for (let at = parity; at + 1 < bytes.length; at += 2) if (bytes[at + low] === 10 && bytes[at + high] === 0) return at + 2;
    return -1;
  }
  const feed = bytes.indexOf(10);
  if (feed >= 0) return feed + 1;
  const carriage = bytes.indexOf(13);
  return carriage < 0 || carriage === bytes.length - 1 ? -1 : carriage + 1;
}

/**
 * The byte offset inside a block of a place in its decoded text, where that place begins a line: the line ends before it are counted in
 * both, which holds for every encoding and for bytes that do not decode.
 */
export function offsetOfLine(bytes: Buffer, encoding: Encoding, text: string, place: number): number {
  if (encoding === "utf-16le" || encoding === "utf-16be") return place * 2;
  let breaks = 0;
  for (let at = 0; at < place; at++) if (isBreak(text.charCodeAt(at))) breaks++;
  if (breaks === 0) return 0;
  for (let at = 0; at < bytes.length; at++) if (isBreak(bytes[at] ?? 0) && --breaks === 0) return at + 1;
  return bytes.length;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
