import { findWordsOfChat } from "#scan/columns/find-chat-columns.ts";
import { countTitles } from "#scan/columns/find-header.ts";
import { type InferredColumns, inferColumns, type TableCorrection } from "#scan/columns/infer-columns.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import type { ColumnMeaning } from "#scan/finding.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import { reportColumns, TableRecords } from "#scan/records/table-records.ts";
import { nameShape } from "#scan/records/table-shape.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { ColumnReport } from "#scan/scan.contract.ts";

const SAMPLE = 200;
/** As many columns as a workbook can have; what stands beyond is read cell by cell. */
const MOST_COLUMNS = 16_384;

/** Where a table's records go, and who may correct what its columns hold: the shape is asked for before the first record is given. */
export type TableSink = {
  readonly record: (record: SeizedRecord) => void;
  /** a person's corrections for the table at hand; null (or nobody to ask) for none */
  readonly correct?: (shape: string, columns: readonly ColumnMeaning[]) => TableCorrection | null;
  /** kinds that a person put into tier A or B: what stands in their columns belongs to what a record says */
  readonly detailKinds?: ReadonlySet<string>;
  /** told of a row of more columns than are given a meaning */
  readonly tooWide?: (most: number) => void;
};

/** How the rows of an exported chat are read: as leaked messages (`--as communication-content`), with names (`--names-in-text`). */
type MessageReading = { readonly asContent: boolean; readonly names: boolean };

/**
 * Reads the rows of one table, whatever they were written in: the first rows are held back until they decide what the columns hold, then
 * every row is read as a record. Lines above the header (a title, 制表单位) belong to no column.
 */
export class TableReader {
  readonly #sink: TableSink;
  readonly #today: string;
  #held: { cells: readonly string[]; row: number; offset: () => number }[] | null = [];
  #records: TableRecords | null = null;
  #columns: readonly ColumnMeaning[] = [];
  #shape: string | null = null;
  #given = 0;
  #header: boolean | null = null;
  readonly #reading: MessageReading;
  /** the column of the words where each row is a message of an exported chat, else -1 */
  #words = -1;

  /** Each row of an exported chat is a message. `asContent`: the messages were themselves leaked, each is one record. */
  constructor(sink: TableSink, today: string, reading: MessageReading = { asContent: false, names: true }) {
    this.#sink = sink;
    this.#today = today;
    this.#reading = reading;
  }

  /**
   * The field names of a format that has them (a database, objects), before the first row: this is the header, whatever its words. No
   * names say that the first row is none, however it looks.
   */
  readHeader(names: readonly string[]): void {
    this.#header = names.length > 0;
    if (this.#header) this.#held?.push({ cells: names, row: 0, offset: () => 0 });
  }

  read(cells: readonly string[], row: number, offset: () => number): void {
    if (isNoRow(cells)) return;
    if (cells.length > MOST_COLUMNS) this.#sink.tooWide?.(MOST_COLUMNS);
    if (this.#held === null) this.#readRow(cells, row, offset);
    else if (this.#held.push({ cells, row, offset }) >= SAMPLE) this.#decide();
  }

  /** The bytes behind the offsets of the rows read so far go away: places are asked for before. */
  finishBlock(): void {
    if (this.#held === null) return;
    for (const held of this.#held) {
      const place = held.offset();
      held.offset = () => place;
    }
  }

  /** What the columns hold and which row is the header, as soon as the first rows have told; null before. */
  get resolved(): { readonly columns: readonly ColumnMeaning[]; readonly header: readonly string[] | null } | null {
    return this.#held === null && this.#records !== null && this.#words < 0
      ? { columns: this.#columns, header: this.#records.header }
      : null;
  }

  /** Says how many records of the table were read elsewhere, once its columns were resolved. */
  addGiven(records: number): void {
    this.#given += records;
  }

  /** Ends the table; answers what its columns hold, the first with the table's shape and records. */
  finish(): ColumnReport[] {
    this.#decide();
    return reportColumns(this.#columns, this.#shape === null ? null : { shape: this.#shape, records: this.#given });
  }

  #give(record: SeizedRecord): void {
    this.#given++;
    this.#sink.record(record);
  }

  #decide(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    const titles = this.#header === null ? countTitles(held.map(({ cells }) => cells)) : 0;
    const rows = held.slice(titles);
    const { header, columns } = this.#infer(rows.map(({ cells }) => (cells.length > MOST_COLUMNS ? cells.slice(0, MOST_COLUMNS) : cells)));
    this.#columns = columns;
    const outside = new TableRecords([], null, this.#today);
    for (const { cells, row, offset } of held.slice(0, titles)) {
      const record = outside.read(cells, row, offset);
      if (record) this.#give(record);
    }
    this.#records = new TableRecords(columns, header ? (rows[0]?.cells ?? null) : null, this.#today);
    const names = header ? (rows[0]?.cells ?? []) : [];
    this.#words = findWordsOfChat(names);
    // What is said in a chat is no leaked message by itself (`--as communication-content` says so), and a pasted list is many records.
    if (this.#words >= 0 && !this.#reading.asContent)
      this.#columns = columns.map((column, at) => (at === this.#words ? { ...column, kind: null, share: 0 } : column));
    // The header gives none: it is the row that repeats the header.
    for (const { cells, row, offset } of rows) if (this.#words < 0 || cells !== names) this.#readRow(cells, row, offset);
  }

  #readRow(cells: readonly string[], row: number, offset: () => number): void {
    if (this.#words >= 0 && (cells[this.#words] ?? "").trim() !== "") {
      const place = { row, offsetOf: offset, today: this.#today, names: this.#reading.names };
      for (const message of readTextRecords(cells.join("\t"), place, this.#reading.asContent)) this.#give(message);
      return;
    }
    const record = this.#records?.read(cells, row, offset);
    if (record) this.#give(record);
  }

  /** Infers what the columns hold; where a person corrected some, the rest is inferred again beside what the person said. */
  #infer(rows: readonly (readonly string[])[]): InferredColumns {
    const meant = this.#inferBeside(rows);
    const kinds = this.#sink.detailKinds;
    if (kinds === undefined || kinds.size === 0) return meant;
    const columns = meant.columns.map((column) => (column.kind !== null && kinds.has(column.kind) ? { ...column, detail: true } : column));
    return { header: meant.header, columns };
  }

  #inferBeside(rows: readonly (readonly string[])[]): InferredColumns {
    const inferred = withoutValues(inferColumns(rows, undefined, this.#header), rows[0] ?? [], this.#today);
    if (inferred.columns.length === 0) return inferred;
    this.#shape = nameShape(inferred.columns);
    const corrected = this.#sink.correct?.(this.#shape, inferred.columns) ?? null;
    if (corrected === null) return inferred;
    // Field names that the format itself tells are names whatever anybody says.
    const header = this.#header ?? corrected.header?.isHeader ?? null;
    const again = withoutValues(inferColumns(rows, corrected.columns, header), rows[0] ?? [], this.#today);
    const columns = again.columns.map((column, at) => {
      const evidence =
        at === 0 && corrected.header !== null ? [...column.evidence, `correction:${corrected.header.correction}`] : column.evidence;
      return corrected.columns.has(at) ? { ...column, evidence, inferred: inferred.columns[at]?.kind ?? null } : { ...column, evidence };
    });
    return { header: again.header, columns };
  }
}

/** A first row in which an identifier stands is no header, whatever its words: it is a record, and its cells are no names of columns. */
function withoutValues(inferred: InferredColumns, first: readonly string[], today: string): InferredColumns {
  if (!inferred.header || !first.some((cell) => findInText(cell, today).some(({ state }) => state === "valid"))) return inferred;
  return {
    header: false,
    columns: inferred.columns.map((column, at) => ({
      ...column,
      name: `列${at + 1}`,
      evidence: column.evidence.filter((word) => !word.startsWith("header:")),
    })),
  };
}

const SUM = /^(?:合计|总计|小计|共计|total|subtotal)[:：]?$/i;
/** What sums up or numbers a page where it stands alone in its row: 合计：120人, 共120条, 第2页. */
const SUM_ALONE =
  /^(?:(?:合计|总计|小计|共计|total|subtotal)[:：]?\d[\d,.]*[人条名户单笔行元个件位]?|共\d+[人条名户单笔行个件位]|第\d+页(?:[,，/]?共\d+页)?)$/i;

/** Whether a row holds nothing, or sums others up: it is no record whatever the columns hold. */
export function isNoRow(cells: readonly string[]): boolean {
  return isBlank(cells) || isTotal(cells);
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

function isTotal(cells: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== "");
  const first = cells[at];
  if (first === undefined || first.length >= 16) return false;
  const word = first.replace(/\s/g, "");
  return SUM.test(word) || (SUM_ALONE.test(word) && cells.every((cell, other) => other === at || cell.trim() === ""));
}
