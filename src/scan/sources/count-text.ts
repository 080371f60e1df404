import type { SeizedRecord } from "#scan/records/seized-record.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import { findUnits, type UnitShape } from "#scan/sources/find-units.ts";
import type { Marking } from "#scan/sources/leaf-sink.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { packChunk } from "#scan/tally/partition-marks.ts";
import type { CountedBlock } from "#scan/threads/block-counter.ts";

/** A block of whole lines of a free text: it begins with a unit (`inMessage`), or where no message has begun yet. */
export type TextBlock = { readonly bytes: Buffer; readonly inMessage: boolean };

/** How records of free text are read. */
export type TextReadingRules = UnitShape & { readonly today: string; readonly names: boolean };

/** Where a block stands: rows before it, and the place of its first byte in the leaf, which is of UTF-16 when it is `wide`. */
export type BlockPlace = { readonly row: number; readonly offset: number; readonly wide: boolean };

/** The records of a block, in order. Decodes only what might hold a finding. Answers how many lines the block has. */
export function readTextBlock(
  { bytes, inMessage }: TextBlock,
  rules: TextReadingRules,
  { row, offset, wide }: BlockPlace,
  take: (record: SeizedRecord) => void,
): number {
  const { encoding, today, names } = rules;
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding, { ignoreBOM: true });
  return findUnits(bytes, rules, inMessage, ({ from, to, rows }) => {
    const text = decoder === null ? bytes.toString("utf8", from, to) : decoder.decode(bytes.subarray(from, to));
    const offsetOf = (place: number) =>
      offset + (wide ? 2 * (bytes.toString("utf8", 0, from).length + place) : from + lengthOf(text.slice(0, place), encoding));
    for (const record of readTextRecords(text, { row: row + rows + 1, offsetOf, today, names }, false)) take(record);
  });
}

/** What a block comes to, whatever stands before and behind it: for a thread. */
export function countTextBlock(block: TextBlock, rules: TextReadingRules, marking: Marking): { rows: number; counted: CountedBlock } {
  const marker = new RecordMarker(marking.key, marking.tiers);
  const rows = readTextBlock(block, rules, { row: 0, offset: 0, wide: false }, (record) => marker.mark(record, null));
  return { rows, counted: { chunk: packChunk(marker.takeMarks()), counters: marker.takeCounters() } };
}

/** Bytes of decoded text in its encoding; GB18030 writes nearly every character that is not ASCII in two. */
export function lengthOf(text: string, encoding: UnitShape["encoding"]): number {
  if (encoding === "utf-8") return Buffer.byteLength(text);
  let length = 0;
  for (const character of text) length += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return length;
}
