import { CellBytes, needsQuotes, quoteCell } from "#scan/sources/cell-bytes.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { walkXmlBytes } from "#scan/sources/walk-xml-bytes.ts";

const PAGE = 1 << 22;
/** They stand in memory while their sheets are read: beyond that a workbook is not read at all, and says so. */
const MOST_BYTES = 2 ** 31;
const PLACE_BYTES = 12;

/**
 * The texts a workbook's cells point to, in a few large pieces: a million of them must not be a million objects. They are kept as the rows
 * are written (`RowText`): UTF-8, in quotes where a cell of tab-separated text needs them.
 */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  #used = PAGE;
  #page = new Uint32Array(1024);
  #start = new Uint32Array(1024);
  #length = new Uint32Array(1024);
  #count = 0;
  #bytes = 0;
  readonly #most: number;

  constructor(most: number = MOST_BYTES) {
    this.#most = most;
  }

  has(index: number): boolean {
    return index >= 0 && index < this.#count && Number.isInteger(index);
  }

  pageOf(index: number): Buffer {
    return this.#pages[this.#page[index] ?? 0] ?? NOTHING;
  }

  startOf(index: number): number {
    return this.#start[index] ?? 0;
  }

  lengthOf(index: number): number {
    return this.#length[index] ?? 0;
  }

  add(text: CellBytes): void {
    const { bytes, length } = text;
    if (needsQuotes(bytes, 0, length)) {
      const quoted = quoteCell(bytes, 0, length);
      this.#add(quoted, quoted.length);
    } else this.#add(bytes, length);
  }

  #add(bytes: Buffer, length: number): void {
    this.#bytes += length + PLACE_BYTES;
    if (this.#bytes > this.#most) throw new Unreadable(problemOf("unpacked-limit", this.#most));
    if (this.#count === this.#start.length) {
      this.#page = twice(this.#page);
      this.#start = twice(this.#start);
      this.#length = twice(this.#length);
    }
    let page = this.#pages.at(-1);
    if (page === undefined || this.#used + length > page.length) {
      page = Buffer.allocUnsafe(Math.max(PAGE, length));
      this.#pages.push(page);
      this.#used = 0;
    }
    for (let at = 0, to = this.#used; at < length; at++, to++) page[to] = bytes[at] ?? 0;
    this.#page[this.#count] = this.#pages.length - 1;
    this.#start[this.#count] = this.#used;
    this.#length[this.#count] = length;
    this.#used += length;
    this.#count++;
  }
}

const NOTHING = Buffer.alloc(0);
const [S, I, T, R, P, H] = [0x73, 0x69, 0x74, 0x72, 0x50, 0x68];

/**
 * Reads `xl/sharedStrings.xml`: rich text joined, phonetic readings left out.
 * @throws Unreadable when it is damaged, or holds more than `most` bytes
 */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>, most?: number): Promise<SharedStrings> {
  const strings = new SharedStrings(most);
  const text = new CellBytes();
  let inText = false;
  let phonetic = false;
  await walkXmlBytes(bytes, {
    open: (bytes, name, nameEnd, _, empty) => {
      const length = nameEnd - name;
      if (length === 1 && bytes[name] === T) inText = !empty && !phonetic;
      else if (length === 2 && bytes[name] === S && bytes[name + 1] === I) {
        text.clear();
        if (empty) strings.add(text);
      } else if (isPhonetic(bytes, name, length)) phonetic = !empty;
      return false;
    },
    close: (bytes, name, nameEnd) => {
      const length = nameEnd - name;
      if (length === 1 && bytes[name] === T) inText = false;
      else if (length === 2 && bytes[name] === S && bytes[name + 1] === I) {
        text.resolve();
        strings.add(text);
      } else if (isPhonetic(bytes, name, length)) phonetic = false;
      return false;
    },
    text: (bytes, from, to, literal) => {
      if (inText) text.add(bytes, from, to, literal);
    },
  });
  return strings;
}

/** Whether an element is `rPh`, which says how a text is pronounced. */
export function isPhonetic(bytes: Uint8Array, name: number, length: number): boolean {
  return length === 3 && bytes[name] === R && bytes[name + 1] === P && bytes[name + 2] === H;
}

function twice(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}
