import { needsQuotes, quoteCell } from "#scan/sources/cell-bytes.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { splitRows } from "#scan/sources/split-rows.ts";

const BLOCK = 1 << 20;
/** The first block is small: its rows tell what the columns hold. */
const FIRST_BLOCK = 1 << 15;
const LONGEST_ROW = 64 * 1024 * 1024;
/** Rows that are left out stand as empty lines, so that the place of a line says its row; beyond that a new block begins. */
const MOST_EMPTY = 4096;
const TAB = 0x09;
const LINE_FEED = 0x0a;

/** Rows as tab-separated text in UTF-8, a line a row: the first is row `firstRow`, `rows` of them stood in the sheet. `bytes` are dead when the next is taken. `places` of its lines. */
export type RowBlock = {
  readonly bytes: Buffer;
  readonly firstRow: number;
  readonly rows: number;
  readonly places: readonly (number | undefined)[];
};

/**
 * Writes the cells of a sheet as tab-separated text, so that whatever reads tables written as text reads sheets too. Cells come in any
 * order within their row; those that are left out are empty. Where `beginRow` or `endRow` answers true, the block is to be taken before
 * anything else is written.
 */
export class RowText {
  #bytes: Buffer = Buffer.allocUnsafe(BLOCK + (BLOCK >> 2));
  #blockSize = FIRST_BLOCK;
  /** where the row at hand begins, and where the next byte goes */
  #rowStart = 0;
  #end = 0;
  /** the number of the row that begins at `rowStart`, and of the block's first */
  #row = 1;
  #firstRow = 1;
  #rows = 0;
  /** where the row at hand begins in the sheet, and the rows of the block by their lines; null where nobody asks */
  #place: number | null = null;
  #places: number[] = [];
  #column = -1;
  /** the cells of the row at hand, once one came that stands before another */
  #cells: string[] | null = null;

  /** Begins a row; a row before that was not ended is none. `row` is greater than any before. `place`: where it stands, if that is kept. */
  beginRow(row: number, place: number | null = null): boolean {
    this.#place = place;
    this.#end = this.#rowStart;
    this.#column = -1;
    this.#cells = null;
    const left = row - this.#row;
    this.#row = row;
    if (left <= MOST_EMPTY && this.#rows > 0) {
      this.#reserve(left);
      for (let at = 0; at < left; at++) this.#bytes[this.#end++] = LINE_FEED;
      this.#rowStart = this.#end;
      return false;
    }
    if (this.#rows > 0) return true;
    this.#firstRow = row;
    return false;
  }

  /** Sets a cell to text that may need quotes. */
  setText(column: number, bytes: Buffer, length: number): void {
    if (needsQuotes(bytes, 0, length)) {
      const quoted = quoteCell(bytes, 0, length);
      this.setWritten(column, quoted, 0, quoted.length);
    } else this.setWritten(column, bytes, 0, length);
  }

  /** Sets a cell to text as it stands in such a row. */
  setWritten(column: number, bytes: Buffer, from: number, length: number): void {
    if (column <= this.#column || this.#cells !== null) {
      this.#setAgain(column, bytes.toString("utf8", from, from + length));
      return;
    }
    const tabs = this.#column < 0 ? column : column - this.#column;
    this.#reserve(tabs + length);
    const to = this.#bytes;
    let end = this.#end;
    for (let at = 0; at < tabs; at++) to[end++] = TAB;
    if (length < 64) for (let at = from; at < from + length; at++) to[end++] = bytes[at] ?? 0;
    else end += bytes.copy(to, end, from, from + length);
    this.#end = end;
    this.#column = column;
  }

  endRow(): boolean {
    if (this.#cells !== null) this.#writeCells(this.#cells);
    this.#reserve(1);
    this.#bytes[this.#end++] = LINE_FEED;
    this.#rowStart = this.#end;
    if (this.#place !== null) this.#places[this.#row - this.#firstRow] = this.#place;
    this.#rows++;
    this.#row++;
    this.#column = -1;
    this.#cells = null;
    return this.#end >= this.#blockSize;
  }

  /** The rows that ended since the last call; null for none. */
  take(): RowBlock | null {
    const block = { bytes: this.#bytes.subarray(0, this.#rowStart), firstRow: this.#firstRow, rows: this.#rows, places: this.#places };
    this.#end = this.#rowStart = this.#rows = 0;
    this.#firstRow = this.#row;
    if (this.#places.length > 0) this.#places = [];
    this.#blockSize = BLOCK;
    return block.rows > 0 ? block : null;
  }

  /** A cell that stands before another, or again: the row goes on as a list. */
  #setAgain(column: number, written: string): void {
    this.#cells ??= this.#column < 0 ? [] : cellsOf(this.#bytes.toString("utf8", this.#rowStart, this.#end));
    while (this.#cells.length < column) this.#cells.push("");
    this.#cells[column] = cellsOf(written)[0] ?? "";
  }

  #writeCells(cells: readonly string[]): void {
    this.#cells = null;
    this.#end = this.#rowStart;
    this.#column = -1;
    for (const [column, cell] of cells.entries()) {
      const bytes = Buffer.from(cell);
      this.setText(column, bytes, bytes.length);
    }
  }

  #reserve(more: number): void {
    const wanted = this.#end + more;
    if (wanted <= this.#bytes.length) return;
    if (wanted - this.#rowStart > LONGEST_ROW)
      throw new Unreadable(problemOf("workbook-damaged", `a row of more than ${LONGEST_ROW} bytes`));
    const larger = Buffer.allocUnsafe(wanted + (wanted >> 1));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** The cells of one row as `RowText` writes it. */
function cellsOf(written: string): string[] {
  let cells: string[] = [];
  splitRows(`${written}\n`, "\t", true, (row) => (cells = row));
  return cells;
}
