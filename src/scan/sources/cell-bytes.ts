import { decodeXmlText } from "#scan/sources/walk-xml.ts";

const AMPERSAND = 0x26;
const [TAB, LINE_FEED, CARRIAGE_RETURN, QUOTE] = [0x09, 0x0a, 0x0d, 0x22];
const ESCAPED = Buffer.from("&amp;");

/** The text of one cell or shared string while it is collected from its pieces of XML, as UTF-8; used again and again. */
export class CellBytes {
  bytes: Buffer = Buffer.allocUnsafe(1024);
  length = 0;
  #entities = false;

  clear(): void {
    this.length = 0;
    this.#entities = false;
  }

  /** Adds text as XML writes it; `literal` text is taken as it stands. */
  add(from: Uint8Array, start: number, end: number, literal: boolean): void {
    this.#reserve(literal ? (end - start) * ESCAPED.length : end - start);
    let to = this.length;
    for (let at = start; at < end; at++) {
      const byte = from[at] ?? 0;
      if (byte === AMPERSAND) {
        this.#entities = true;
        if (literal) {
          to += ESCAPED.copy(this.bytes, to);
          continue;
        }
      }
      this.bytes[to++] = byte;
    }
    this.length = to;
  }

  /** Replaces entities by what they stand for. */
  resolve(): void {
    if (!this.#entities) return;
    const text = decodeXmlText(this.bytes.toString("utf8", 0, this.length));
    this.length = 0;
    this.#reserve(text.length * 3);
    this.length = this.bytes.write(text);
    this.#entities = false;
  }

  /** As a string, entities as they are written. */
  text(): string {
    return this.bytes.toString("utf8", 0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + more) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** Whether a cell must stand in quotes to be one cell of tab-separated text: it holds a tab or a line end, or begins with a quote. */
export function needsQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  if (from < to && bytes[from] === QUOTE) return true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= CARRIAGE_RETURN && (byte === TAB || byte === LINE_FEED || byte === CARRIAGE_RETURN)) return true;
  }
  return false;
}

/** A cell in quotes, the quotes in it doubled. */
export function quoteCell(bytes: Uint8Array, from: number, to: number): Buffer {
  const quoted = Buffer.allocUnsafe((to - from) * 2 + 2);
  let end = 0;
  quoted[end++] = QUOTE;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) quoted[end++] = QUOTE;
    quoted[end++] = byte;
  }
  quoted[end++] = QUOTE;
  return quoted.subarray(0, end);
}
