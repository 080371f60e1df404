import { isAscii } from "node:buffer";
import type { ByteSource } from "#scan/byte-source.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { DecidedEncoding } from "#scan/sources/encoding-evidence.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";

/** A text of lines in two encodings, all in UTF-8: where it is read now, and a context whose leaves and places are those of the evidence. */
export type UnifiedText = { readonly source: ByteSource; readonly text: DecidedEncoding; readonly context: ScanContext };

/** `bytes` are UTF-8 */
export type DecodedLine = { readonly bytes: Uint8Array; readonly errors: number; readonly encoding: "utf-8" | "gb18030" | null };

const NEW_LINE = 10;
/** Hanzi and what stands between them. */
const CHINESE = /[\u3000-\u9FFF\uFF00-\uFFEF]/g;
const MOST_PLACES = 4_000_000;

/**
 * Files are put together from others: lines of UTF-8 stand beside lines of GB18030. Each line is decoded by its own encoding and the text
 * put aside in UTF-8. Null where that decodes no more than the one encoding does. @throws Unreadable when it cannot be read or put aside
 */
export async function unifyLines(source: ByteSource, text: DecidedEncoding, context: ScanContext): Promise<UnifiedText | null> {
  if (text.encoding !== "utf-8" && text.encoding !== "gb18030") return null;
  const { scratch, signal, limits } = context;
  const places = new Places(text.bom);
  let errors = 0;
  const lines = async function* () {
    for await (const line of linesOf(source, text.bom, limits.longestLine, signal)) {
      const decoded = decodeLine(line, text.encoding === "utf-8");
      errors += decoded.errors;
      places.add(line.length, decoded.bytes.length);
      yield decoded.bytes;
    }
  };
  const unified = await scratch.put(source.path, lines(), limits.unpackedBytes);
  if (errors >= text.errors) {
    await scratch.release(unified);
    return null;
  }
  const { sink } = context;
  let left = source.size;
  const record = (of: SeizedRecord) => sink.record(placed(of, places));
  const end = (report: LeafReport) => {
    // The leaves share out the bytes put aside: what these are more or less than the evidence goes with the first, and all are never more.
    const more = report.firstOfFile && report.bytesScanned > 0 ? source.size - unified.size : 0;
    const bytesScanned = Math.max(0, Math.min(left, report.bytesScanned + more));
    left -= bytesScanned;
    sink.end({ ...report, encoding: text.encoding, bytes: source.size, bytesScanned });
  };
  return { source: unified, text: { encoding: "utf-8", bom: 0, errors }, context: { ...context, sink: { ...sink, record, end } } };
}

/** Lines with their ends, as bytes; one beyond the limit is cut there. */
export async function* linesOf(source: ByteSource, from: number, longest: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readChunks(source, signal, from)) {
    let at = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, at)) {
      kept.push(chunk.subarray(at, end + 1));
      yield kept.length === 1 ? (kept[0] ?? chunk) : Buffer.concat(kept);
      [kept, length, at] = [[], 0, end + 1];
    }
    if (at < chunk.length) {
      kept.push(chunk.slice(at));
      length += chunk.length - at;
    }
    if (length > longest) {
      yield Buffer.concat(kept);
      [kept, length] = [[], 0];
    }
  }
  if (length > 0) yield Buffer.concat(kept);
}

/**
 * A line in UTF-8, how many places of it no encoding decodes, and the encoding it stands in: null for ASCII, which is both. Damaged bytes of one encoding often decode in the other, into signs nobody
 * wrote: a line leaves the encoding of its file only where the other one gives plain Chinese, else what is damaged is told as such.
 */
export function decodeLine(line: Uint8Array, inUtf8: boolean): DecodedLine {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(line);
  const [damaged, chinese] = [count(utf8, /\uFFFD/g), count(utf8, CHINESE)];
  if (damaged === 0 && (inUtf8 || chinese > 0 || isAscii(line)))
    return { bytes: line, errors: 0, encoding: isAscii(line) ? null : "utf-8" };
  const gb = new TextDecoder("gb18030").decode(line);
  const lost = count(gb, /\uFFFD/g);
  const isGb = inUtf8
    ? lost === 0 && chinese <= damaged && looksGb(line, count(gb, /[^\u0000-\u007F]/g), damaged)
    : chinese <= damaged || lost === 0;
  return isGb ? { bytes: Buffer.from(gb, "utf8"), errors: lost, encoding: "gb18030" } : { bytes: line, errors: damaged, encoding: "utf-8" };
}

/** Whether most signs of a line are those of GB 2312, two bytes from A1 on. One alone may as well be the beginning of a sign of UTF-8. */
function looksGb(line: Uint8Array, signs: number, damaged: number): boolean {
  let plain = 0;
  for (let at = 0; at + 1 < line.length; at++) {
    const [lead = 0, trail = 0] = [line[at], line[at + 1]];
    if (lead < 0x80) continue;
    at++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) plain++;
  }
  return plain * 2 > signs && (plain > 1 || damaged > plain);
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

/** Where the bytes of the put-aside text stand in the evidence, kept for the lines whose length changed; beyond so many, of the last kept. */
class Places {
  readonly #now: number[] = [];
  readonly #before: number[] = [];
  #at = 0;
  #from: number;

  constructor(from: number) {
    this.#from = from;
    this.#now.push(0);
    this.#before.push(from);
  }

  add(before: number, now: number): void {
    this.#at += now;
    this.#from += before;
    if (before === now || this.#now.length >= MOST_PLACES) return;
    this.#now.push(this.#at);
    this.#before.push(this.#from);
  }

  /** The place in the evidence: exact at the beginning of a line, and within it where its length did not change. */
  of(place: number): number {
    let [low, high] = [0, this.#now.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#now[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return (this.#before[low] ?? 0) + place - (this.#now[low] ?? 0);
  }
}

/** The same record, its place told in the evidence. Records are filled again and again: each answer is asked of the one at hand. */
function placed(record: SeizedRecord, places: Places): SeizedRecord {
  const { row, findings, photograph, secret, moneyAccount } = record;
  return {
    row,
    findings,
    photograph,
    secret,
    moneyAccount,
    offset: () => places.of(record.offset()),
    details: () => record.details(),
    everything: () => record.everything(),
    cells: () => record.cells(),
  };
}
