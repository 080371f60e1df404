import type { ColumnMeaning } from "#scan/finding.ts";
import { TableKernel } from "#scan/kernel/table-kernel.ts";
import { planTable, type TablePlan } from "#scan/records/plan-table.ts";
import { isNoRow } from "#scan/records/table-reader.ts";
import { TableRecords } from "#scan/records/table-records.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import type { Marking } from "#scan/sources/leaf-sink.ts";
import { type Separator, splitRows } from "#scan/sources/split-rows.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { type ChunkCount, emptyKindCounters, emptyTierCounters, SEIZED, TIER_PLACE, VALID } from "#scan/tally/marks.ts";
import { type MarkChunk, packChunk } from "#scan/tally/partition-marks.ts";
import type { CountedBlock } from "#scan/threads/block-counter.ts";

/** A table written as text whose columns are resolved: all a thread needs to know to count its rows. */
export type ResolvedTable = {
  readonly columns: readonly ColumnMeaning[];
  readonly header: readonly string[] | null;
  readonly separator: Separator;
  readonly encoding: Encoding;
  readonly today: string;
  readonly marking: Marking;
};

const NOTHING = { kinds: emptyKindCounters(), tiers: emptyTierCounters() };

/** What a block of rows says; `used` bytes of it were whole rows. */
export type CountedRows = {
  readonly used: number;
  readonly rows: number;
  readonly records: number;
  readonly blocks: readonly CountedBlock[];
};

/**
 * Counts blocks of rows of one table: the kernel answers for the rows that are as they should be, the readers for every other one. Blocks
 * may be counted in any order and in any thread.
 */
export class TableBlocks {
  readonly #kernel: TableKernel;
  readonly #plan: TablePlan;
  readonly #table: ResolvedTable;
  readonly #records: TableRecords;
  readonly #marker: RecordMarker;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #encoder = new TextEncoder();

  /** Whether the kernel reads tables so written. In GB18030 the second byte of a character may be a |. */
  static canRead(encoding: Encoding, separator: Separator): boolean {
    if (separator.length > 1 || separator === " ") return false;
    return encoding === "utf-8" || (encoding === "gb18030" && separator !== "|");
  }

  /** Null where the kernel cannot read the table, or would gain nothing. */
  static open(table: ResolvedTable): TableBlocks | null {
    const { columns, header, separator, encoding, today, marking } = table;
    if ((encoding !== "utf-8" && encoding !== "gb18030") || !/^\d{4}-\d{2}-\d{2}$/.test(today)) return null;
    if (!TableBlocks.canRead(encoding, separator)) return null;
    const plan = planTable(columns, header, marking);
    return plan === null ? null : new TableBlocks(table, plan, new TableKernel(plan, separator, encoding, today));
  }

  private constructor(table: ResolvedTable, plan: TablePlan, kernel: TableKernel) {
    this.#table = table;
    this.#plan = plan;
    this.#kernel = kernel;
    this.#records = new TableRecords(table.columns, table.header, table.today);
    this.#marker = new RecordMarker(table.marking.key, table.marking.tiers);
    const decoder = new TextDecoder(table.encoding, { ignoreBOM: true });
    this.#decode = (bytes) => decoder.decode(bytes);
  }

  /** How many bytes, from the beginning of a row on, are whole rows. */
  wholeRows(bytes: Uint8Array): number {
    // Without quotes every line is a row.
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0x22)
      ? this.#kernel.wholeRows(bytes)
      : bytes.lastIndexOf(10) + 1;
  }

  /** Counts the rows of a block that begins with a row; `last`: nothing follows it. */
  read(block: Uint8Array, last: boolean): CountedRows {
    this.#kernel.setText(block);
    const chunks: MarkChunk[] = [];
    let [used, rows, records, answered] = [0, 0, 0, 0];
    for (let ended = false; !ended; ) {
      const run = this.#kernel.run(last);
      ended = run.position === used || run.position >= block.length;
      used = run.position;
      answered += run.records;
      if (run.records > 0) chunks.push({ ...run.marks, parties: run.parties });
      for (let at = 0; at < run.ranges.length; at += 2) {
        const read = this.#readRows(block.subarray(run.ranges[at], run.ranges[at + 1]));
        rows += read.rows;
        records += read.records;
      }
    }
    const counters = this.#countersOf(answered);
    const blocks = chunks.map((chunk, at) => ({ chunk, counters: at === 0 ? counters : NOTHING }));
    if (records > 0) {
      const { marks, parties, ...others } = this.#marker.take();
      blocks.push({ chunk: packChunk({ marks, parties }), counters: others });
    }
    return { used, rows: rows + answered, records: records + answered, blocks };
  }

  #readRows(bytes: Uint8Array): { rows: number; records: number } {
    let [rows, records] = [0, 0];
    splitRows(this.#decode(bytes), this.#table.separator, true, (cells) => {
      rows++;
      if (isNoRow(cells)) return;
      const record = this.#records.read(cells, 0, () => 0);
      if (record === null) return;
      records++;
      this.#marker.mark(record, null);
      for (let at = 0; at < this.#plan.length; at++)
        if (this.#plan[at]?.learns === true && !record.findings.some((finding) => finding.column === at)) this.#learn(cells[at], at);
    });
    return { rows, records };
  }

  #learn(cell: string | undefined, column: number): void {
    if (cell === undefined || cell === "" || cell.length > 15) return;
    // Of a cell in GB18030 only the plain ones are known by their bytes.
    if (this.#table.encoding === "gb18030" && !/^[\x00-\x7f]*$/.test(cell)) return;
    this.#kernel.learn(this.#encoder.encode(cell), column);
  }

  #countersOf(records: number): Pick<ChunkCount, "kinds" | "tiers"> {
    const [kinds, tiers] = [emptyKindCounters(), emptyTierCounters()];
    for (const [at, count] of this.#kernel.counts().entries()) {
      const place = (this.#plan[at]?.kind ?? 0) * 3;
      kinds[place] = (kinds[place] ?? 0) + count;
    }
    tiers[TIER_PLACE.C + SEIZED] = tiers[TIER_PLACE.C + VALID] = records;
    return { kinds, tiers };
  }
}
