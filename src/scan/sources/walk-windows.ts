import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";

/** A piece of decoded text: `last` when nothing follows, `offsetOf` the byte offset in the source of a place in it (places asked in order are cheap). */
export type TextWindow = { readonly text: string; readonly last: boolean; readonly offsetOf: (place: number) => number };

/**
 * Decodes a source as it streams by and hands it out in windows. `step` answers how much of the window it used: the rest stands at the
 * beginning of the next one, so that what is torn by a window's end is seen whole. Ends when `step` answers null. Byte offsets are exact where all bytes decode.
 */
export async function walkWindows(
  source: ByteSource,
  encoding: Encoding,
  from: number,
  signal: AbortSignal,
  step: (window: TextWindow) => number | null,
): Promise<void> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let kept = "";
  let base = from;
  let at = from;
  for await (const chunk of readChunks(source, signal, from)) {
    at += chunk.length;
    const last = at >= source.size;
    const text = kept + decoder.decode(chunk, { stream: !last });
    const offsetOf = measureFrom(text, base, encoding);
    const used = step({ text, last, offsetOf });
    if (used === null) return;
    base = offsetOf(used);
    kept = text.slice(used);
  }
}

/** Remembers how far it measured, so that asking for place after place reads the text once. */
function measureFrom(text: string, base: number, encoding: Encoding): (place: number) => number {
  let [known, offset] = [0, base];
  return (place) => {
    if (place < known) return base + byteLengthIn(text.slice(0, place), encoding);
    offset += byteLengthIn(text.slice(known, place), encoding);
    known = place;
    return offset;
  };
}

/** How many bytes a text is in an encoding. */
export function byteLengthIn(text: string, encoding: Encoding): number {
  if (encoding === "utf-8") return Buffer.byteLength(text);
  if (encoding !== "gb18030") return text.length * 2;
  let length = 0;
  // Half of a surrogate pair is half of a character of four bytes.
  for (let at = 0; at < text.length; at++) length += gbWidth(text.charCodeAt(at));
  return length;
}

let gbPairs: Uint8Array | null = null;

function gbWidth(code: number): number {
  if (code < 0x80) return 1;
  if (code >= 0xd800 && code < 0xe000) return 2;
  gbPairs ??= listGbPairs();
  return gbPairs[code] === 1 ? 2 : 4;
}

/** The characters that GB18030 writes in two bytes. */
function listGbPairs(): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Uint8Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const bytes = new Uint8Array(2 * 190);
    let at = 0;
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
    for (const character of decoder.decode(bytes)) if (character.length === 1) pairs[character.charCodeAt(0)] = 1;
  }
  return pairs;
}
