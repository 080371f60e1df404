import { CellBytes } from "#scan/sources/cell-bytes.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { type RowBlock, RowText } from "#scan/sources/row-text.ts";
import { isPhonetic, type SharedStrings } from "#scan/sources/shared-strings.ts";
import { walkWithPauses } from "#scan/sources/walk-xml-bytes.ts";

const MOST_COLUMNS = 16_384;
const [SPACE, QUOTE, APOSTROPHE, LESS, EQUALS, NOUGHT, NINE, A, Z] = [0x20, 0x22, 0x27, 0x3c, 0x3d, 0x30, 0x39, 0x41, 0x5a];
const [B, C, E, R, S, T, V, O, W] = [0x62, 0x63, 0x65, 0x72, 0x73, 0x74, 0x76, 0x6f, 0x77];
const TRUE = Buffer.from("TRUE");
const FALSE = Buffer.from("FALSE");

/**
 * Reads the rows of one sheet as they stream by, in blocks of tab-separated text: numbers and dates as stored (a date stays its number),
 * booleans TRUE and FALSE, errors empty, formulas by their last value. Rows come in order with their own number.
 * With `places` each row is told with where it begins in the unpacked sheet, unless that is in UTF-16.
 * @throws Unreadable when the sheet breaks off; the rows before were given
 */
export async function* readSheet(bytes: AsyncIterable<Uint8Array>, strings: SharedStrings, places = false): AsyncGenerator<RowBlock> {
  const text = new RowText();
  let failure: Unreadable | null = null;
  try {
    for await (const _ of walkWithPauses(bytes, new SheetReader(strings, text, places))) yield* blocksOf(text);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    failure = problem;
  }
  yield* blocksOf(text);
  if (failure !== null) throw failure;
}

function* blocksOf(text: RowText): Generator<RowBlock> {
  const block = text.take();
  if (block !== null) yield block;
}

class SheetReader {
  readonly #strings: SharedStrings;
  readonly #text: RowText;
  readonly #value = new CellBytes();
  #row = 0;
  #column = -1;
  /** the sign of the cell's type: s shared, b boolean, e error, 0 anything else */
  #type = 0;
  #reading = false;
  #phonetic = false;
  #inRow = false;
  // What the last attribute looked for was.
  #from = 0;
  #to = 0;
  readonly #places: boolean;
  /** where the bytes at hand begin in the sheet; null where that is not known */
  #offset: number | null = null;

  constructor(strings: SharedStrings, text: RowText, places: boolean) {
    this.#places = places;
    this.#strings = strings;
    this.#text = text;
  }

  moved = (offset: number): void => {
    if (this.#places) this.#offset = offset;
  };

  open = (bytes: Uint8Array, name: number, nameEnd: number, end: number, empty: boolean): boolean => {
    const length = nameEnd - name;
    if (length === 1) {
      const sign = bytes[name];
      if (sign === C) this.#beginCell(bytes, nameEnd, end);
      else if (sign === V || sign === T) this.#reading = !empty && !this.#phonetic;
    } else if (length === 3) {
      if (isRow(bytes, name)) return this.#beginRow(bytes, name, nameEnd, end);
      if (isPhonetic(bytes, name, length)) this.#phonetic = !empty;
    }
    return false;
  };

  close = (bytes: Uint8Array, name: number, nameEnd: number): boolean => {
    const length = nameEnd - name;
    if (length === 1) {
      const sign = bytes[name];
      if (sign === V || sign === T) this.#reading = false;
      else if (sign === C && this.#inRow && this.#value.length > 0) this.#endCell();
    } else if (length === 3) {
      if (isPhonetic(bytes, name, length)) this.#phonetic = false;
      else if (isRow(bytes, name) && this.#inRow) {
        this.#inRow = false;
        return this.#text.endRow();
      }
    }
    return false;
  };

  text = (bytes: Uint8Array, from: number, to: number, literal: boolean): void => {
    if (this.#reading) this.#value.add(bytes, from, to, literal);
  };

  #beginRow(bytes: Uint8Array, name: number, from: number, end: number): boolean {
    const named = this.#find(bytes, from, end, R) ? numberOf(bytes, this.#from, this.#to) : -1;
    this.#row = named > this.#row ? named : this.#row + 1;
    this.#column = -1;
    this.#inRow = true;
    return this.#text.beginRow(this.#row, this.#offset === null ? null : this.#offset + bytes.lastIndexOf(LESS, name));
  }

  #beginCell(bytes: Uint8Array, from: number, end: number): void {
    const named = this.#find(bytes, from, end, R) ? columnOf(bytes, this.#from, this.#to) : -1;
    this.#column = named >= 0 && named < MOST_COLUMNS ? named : Math.min(this.#column + 1, MOST_COLUMNS - 1);
    const single = this.#find(bytes, from, end, T) && this.#to - this.#from === 1;
    this.#type = single ? (bytes[this.#from] ?? 0) : 0;
    this.#value.clear();
  }

  #endCell(): void {
    const { bytes, length } = this.#value;
    if (this.#type === S) {
      const plain = numberOf(bytes, 0, length);
      const index = plain >= 0 ? plain : Number(this.#value.text());
      if (this.#strings.has(index))
        this.#text.setWritten(this.#column, this.#strings.pageOf(index), this.#strings.startOf(index), this.#strings.lengthOf(index));
      else this.#text.setWritten(this.#column, bytes, 0, 0);
    } else if (this.#type === B) {
      const word = this.#value.text().trim() === "1" ? TRUE : FALSE;
      this.#text.setWritten(this.#column, word, 0, word.length);
    } else if (this.#type === E) this.#text.setWritten(this.#column, bytes, 0, 0);
    else {
      this.#value.resolve();
      this.#text.setText(this.#column, this.#value.bytes, this.#value.length);
    }
  }

  /** Looks for an attribute whose name is one sign, without a prefix; its value then stands from `#from` to `#to`. */
  #find(bytes: Uint8Array, from: number, end: number, sign: number): boolean {
    for (let at = from; at < end; ) {
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      const name = at;
      while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE) at++;
      const nameEnd = at;
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      if (bytes[at] !== EQUALS) continue;
      at++;
      while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) continue;
      const value = ++at;
      while (at < end && bytes[at] !== quote) at++;
      if (nameEnd - name === 1 && bytes[name] === sign) {
        this.#from = value;
        this.#to = at;
        return true;
      }
      at++;
    }
    return false;
  }
}

function isRow(bytes: Uint8Array, name: number): boolean {
  return bytes[name] === R && bytes[name + 1] === O && bytes[name + 2] === W;
}

/** A number of one to nine digits; -1 for anything else. */
function numberOf(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 9) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < NOUGHT || byte > NINE) return -1;
    number = number * 10 + byte - NOUGHT;
  }
  return number;
}

/** The column of a place such as `AB12`: 0 for A, 26 for AA; -1 when it is none. */
function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < A || byte > Z) break;
    column = column * 26 + byte - A + 1;
  }
  if (at === from || at - from > 3) return -1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < NOUGHT || byte > NINE) return -1;
  }
  return column - 1;
}
