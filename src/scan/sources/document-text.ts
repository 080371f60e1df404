import { findHeaderMeaning } from "#scan/columns/find-header.ts";
import { inferColumns } from "#scan/columns/infer-columns.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";

const MOST_COLUMNS = 1000;

/**
 * Takes the lines and tables of a document as they come and gives their records: a line is free text, a table with a header or with
 * columns that show what they hold is read as a table, any other (a form, a layout) line by line. Rows are numbered through the document.
 */
export class DocumentText {
  readonly #context: ScanContext;
  readonly #columns: LeafReport["columns"][number][] = [];
  #row = 0;
  #skipped = 0;

  constructor(context: ScanContext) {
    this.#context = context;
  }

  /** lines and rows so far */
  get rows(): number {
    return this.#row;
  }

  /** characters of lines beyond the limit, not read */
  get skipped(): number {
    return this.#skipped;
  }

  get columns(): LeafReport["columns"] {
    return this.#columns;
  }

  line(whole: string): void {
    const row = ++this.#row;
    const { limits, today, names, asContent, sink } = this.#context;
    if (whole.length > limits.longestLine) this.#skipped += whole.length - limits.longestLine;
    const text = whole.slice(0, limits.longestLine);
    if (text.trim() === "") return;
    for (const record of readTextRecords(text, { row, offsetOf: (place) => place, today, names }, asContent)) sink.record(record);
  }

  table(rows: readonly (readonly string[])[]): void {
    if (!isTable(rows)) {
      for (const cells of rows) this.line(cells.join("\t"));
      return;
    }
    const { sink, today } = this.#context;
    const table = new TableReader(sink, today);
    for (const cells of rows) table.read(cells, ++this.#row, () => 0);
    for (const column of table.finish()) if (this.#columns.length < MOST_COLUMNS) this.#columns.push(column);
  }
}

function isTable(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 2 || rows.every((cells) => cells.length < 2)) return false;
  // A form names its fields down the first column (姓名 … / 电话 …): its first row is no header.
  if (rows.every((cells) => findHeaderMeaning(cells[0] ?? "") !== null)) return false;
  const { header, columns } = inferColumns(rows.slice(0, 200));
  return header || columns.some(({ kind, share }) => kind !== null && share >= 0.6);
}
