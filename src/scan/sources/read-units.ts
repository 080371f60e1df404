import type { ByteSource } from "#scan/byte-source.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { mightStartMessage, startsMessage } from "#scan/sources/chat.ts";
import { lengthOf } from "#scan/sources/count-text.ts";
import { LONGEST_MESSAGE } from "#scan/sources/find-units.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { readBlocks } from "#scan/sources/read-blocks.ts";
import type { TextReading, TextShape } from "#scan/sources/read-text.ts";

/** Reads free text unit by unit and decodes each: where every unit counts (`--as communication-content`). UTF-16 is turned into UTF-8 block by block. */
export async function readUnits(
  source: ByteSource,
  encoding: Encoding,
  bom: number,
  shape: TextShape,
  context: ScanContext,
): Promise<TextReading> {
  const { sink, signal, limits, asContent, today, names } = context;
  const wide = encoding === "utf-16le" || encoding === "utf-16be" ? new TextDecoder(encoding, { ignoreBOM: true }) : null;
  const decode = decoderOf(wide === null ? encoding : "utf-8");
  let kept = Buffer.alloc(0); // a message that is not at its end
  let keptRow = 0;
  let row = 0;
  let skipped = 0;
  let inMessage = false;
  for await (const block of readBlocks(source, encoding, bom, signal, limits.longestLine)) {
    skipped += block.skipped;
    const fresh = wide === null ? block.bytes : Buffer.from(wide.decode(block.bytes));
    const bytes = kept.length === 0 ? fresh : Buffer.concat([kept, fresh]);
    const start = block.offset - (wide === null ? kept.length : Buffer.from(kept).toString("utf8").length * 2);
    const rowBefore = row;
    let unit = 0;
    let unitRow = kept.length === 0 ? row + 1 : keptRow;
    let at = kept.length;
    const lineEndAt = lineEndsOf(bytes);
    const flush = (until: number, content: boolean) => {
      if (until <= unit || (content && isBlank(bytes, unit, until))) return;
      const [from, text] = [unit, decode(bytes, unit, until)];
      const offsetOf = (place: number) =>
        start +
        (wide === null
          ? from + lengthOf(text.slice(0, place), encoding === "gb18030" ? encoding : "utf-8")
          : 2 * (bytes.toString("utf8", 0, from).length + place));
      for (const record of readTextRecords(text, { row: unitRow, offsetOf, today, names }, content)) sink.record(record);
    };
    while (at < bytes.length) {
      const end = lineEndAt(at);
      const next = afterLineEnd(bytes, end);
      row++;
      const begins = shape.chat && mightStartMessage(bytes, at, end) && startsMessage(decode(bytes, at, end));
      if (begins || (inMessage && at - unit > LONGEST_MESSAGE)) {
        if (inMessage) flush(trimEnd(bytes, unit, at), asContent);
        inMessage = true;
        unit = at;
        unitRow = row;
      } else if (!inMessage) {
        // A line for itself: no chat, or the head of an exported chat, which is no message.
        unit = at;
        unitRow = row;
        flush(end, asContent && !shape.chat);
        unit = next;
      }
      at = next;
    }
    if (inMessage && block.last) flush(trimEnd(bytes, unit, bytes.length), asContent);
    kept = inMessage && !block.last ? Buffer.from(bytes.subarray(unit)) : Buffer.alloc(0);
    keptRow = unitRow;
    sink.progress(source.path, block.bytes.length, row - rowBefore);
  }
  return { skipped, columns: [] };
}

function decoderOf(encoding: Encoding): (bytes: Buffer, from: number, to: number) => string {
  if (encoding === "utf-8") return (bytes, from, to) => bytes.toString("utf8", from, to);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, from, to) => decoder.decode(bytes.subarray(from, to));
}

/** Answers for a place where its line ends; places must be asked in order, so that each byte is looked at once. */
function lineEndsOf(bytes: Buffer): (at: number) => number {
  let feed = -1;
  let carriage = -1;
  return (at) => {
    if (feed < at) feed = indexOrEnd(bytes, 10, at);
    if (carriage < at) carriage = indexOrEnd(bytes, 13, at);
    return Math.min(feed, carriage);
  };
}

function indexOrEnd(bytes: Buffer, code: number, from: number): number {
  const at = bytes.indexOf(code, from);
  return at < 0 ? bytes.length : at;
}

function afterLineEnd(bytes: Buffer, end: number): number {
  if (end >= bytes.length) return bytes.length;
  return bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
}

function trimEnd(bytes: Buffer, from: number, to: number): number {
  while (to > from && (bytes[to - 1] === 10 || bytes[to - 1] === 13)) to--;
  return to;
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 0x20) return false;
  return true;
}
