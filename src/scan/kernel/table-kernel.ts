import { type Kernel, loadKernel } from "#scan/kernel/load-kernel.ts";
import {
  findAreas,
  findGbUnits,
  findHanSigns,
  findIssuerLengths,
  findRegionPages,
  findSegments,
} from "#scan/kernel/table-kernel-tables.ts";
import { KNOWN_DUMMIES } from "#scan/records/known-dummies.data.ts";
import { identifies, OPERATIONS, type TablePlan } from "#scan/records/plan-table.ts";
import { MARK_WORDS } from "#scan/tally/marks.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { PARTITIONS, type PartitionedMarks } from "#scan/tally/partition-marks.ts";

/** Words of the kernel's state, as `assembly/table.ts` names them. */
const WORD = {
  separator: 0,
  columns: 1,
  marksFrom: 2,
  marksUntil: 3,
  rangesFrom: 4,
  rangesUntil: 5,
  gb: 6,
  today: 7,
  position: 8,
  marksEnd: 9,
  rangesEnd: 10,
  parties: 11,
  records: 12,
  regions: 16,
  segments: 17,
  issuers: 18,
  dummyFilter: 19,
  dummies: 20,
  dummiesUntil: 21,
  hanSigns: 22,
  gbUnits: 23,
  names: 24,
  memory: 25,
  counts: 26,
  plans: 27,
  rowNames: 28,
  ordered: 29,
  starts: 30,
  parts: 31,
  areas: 32,
  textBytes: 33,
  schedule: 34,
} as const;
const MOST_COLUMNS = 64;
const DUMMY_PLACES = 512;
const NAMES_BYTES = 32_768 * 16;
const MEMORY_BYTES = 4096 * 32;
const MARKS = 1 << 16;
const RANGES = 1 << 12;
/** Bytes before and after the text that the kernel may read. */
const PAD = 64;
const LONGEST_KNOWN = 15;

/** What one run over a text gave. */
export type TableRun = {
  /** where the next row begins */
  readonly position: number;
  /** marks of the rows answered for, their parties numbered from 0 */
  readonly marks: PartitionedMarks;
  readonly records: number;
  readonly parties: number;
  /** rows handed back: from and to, in pairs */
  readonly ranges: Uint32Array;
};

/** The table kernel laid out for one table: its plan and tables in the kernel's memory, its text behind them. */
export class TableKernel {
  readonly #kernel: Kernel;
  readonly #state: number;
  readonly #plan: TablePlan;
  readonly #textFrom: number;
  readonly #gb: boolean;
  readonly #separator: number;
  #textLength = 0;
  #position = 0;

  constructor(plan: TablePlan, separator: string, encoding: "utf-8" | "gb18030", today: string) {
    this.#kernel = loadKernel("table");
    this.#state = this.#kernel.call("stateAt")() >>> 0;
    this.#plan = plan;
    this.#gb = encoding === "gb18030";
    this.#separator = separator.charCodeAt(0);
    let end = (this.#kernel.freeFrom + 15) & ~15;
    const lay = (bytes: number): number => {
      const at = end;
      end = (end + bytes + 15) & ~15;
      this.#kernel.reserve(end);
      return at;
    };
    const layTable = (table: Uint8Array): number => {
      const at = lay(table.length);
      this.#kernel.bytes().set(table, at);
      return at;
    };
    const places = {
      separator: this.#separator,
      columns: plan.length,
      gb: this.#gb ? 1 : 0,
      today: Number(today.replaceAll("-", "")),
      regions: layTable(bytesOf(findRegionPages())),
      segments: layTable(findSegments()),
      issuers: layTable(findIssuerLengths()),
      hanSigns: layTable(findHanSigns()),
      gbUnits: this.#gb ? layTable(bytesOf(findGbUnits())) : 0,
      names: lay(NAMES_BYTES),
      memory: lay(MEMORY_BYTES),
      counts: lay(MOST_COLUMNS * 4),
      plans: layTable(encodePlan(plan)),
      rowNames: lay(MOST_COLUMNS * 16),
      areas: layTable(findAreas()),
      textBytes: lay(1024),
      schedule: lay(256),
      dummyFilter: lay(256),
      dummies: lay(DUMMY_PLACES * 16),
      marksFrom: lay(MARKS * MARK_WORDS * 4),
      ordered: lay(MARKS * MARK_WORDS * 4),
      starts: lay((PARTITIONS + 1) * 4),
      parts: lay(MARKS),
      rangesFrom: lay(RANGES * 8),
    };
    for (const word in places) if (isPlace(word, places)) this.#write(WORD[word], places[word]);
    const { marksFrom, rangesFrom, dummies, dummyFilter } = places;
    this.#write(WORD.marksUntil, marksFrom + (MARKS - MOST_COLUMNS) * MARK_WORDS * 4);
    this.#write(WORD.rangesUntil, rangesFrom + RANGES * 8);
    this.#write(WORD.dummiesUntil, dummies + this.#layDummies(dummies, dummyFilter) * 16);
    this.#textFrom = end + PAD;
  }

  /** Takes a text, whose first byte begins a row. */
  setText(bytes: Uint8Array): void {
    const until = this.#textFrom + bytes.length + PAD;
    this.#kernel.reserve(until);
    const memory = this.#kernel.bytes();
    memory.set(bytes, this.#textFrom);
    memory.fill(0, this.#textFrom + bytes.length, until);
    this.#textLength = bytes.length;
    this.#position = 0;
    this.#words(this.#read(WORD.counts), MOST_COLUMNS).fill(0);
  }

  /** How many bytes, from the beginning of a row on, are whole rows. The text is set anew. */
  wholeRows(bytes: Uint8Array): number {
    this.setText(bytes);
    const end = this.#textFrom + bytes.length;
    return (this.#kernel.call("wholeRows")(this.#textFrom, end, this.#separator, this.#gb ? 1 : 0) >>> 0) - this.#textFrom;
  }

  /** Reads on from where the last run ended. `last`: nothing follows the text. */
  run(last: boolean): TableRun {
    const end = this.#textFrom + this.#textLength;
    this.#write(WORD.parties, 0);
    const position = (this.#kernel.call("readRows")(this.#textFrom + this.#position, end, last ? 1 : 0) >>> 0) - this.#textFrom;
    this.#position = position;
    this.#kernel.call("orderMarks")();
    const [marksFrom, rangesFrom] = [this.#read(WORD.marksFrom), this.#read(WORD.rangesFrom)];
    const ranges = this.#words(rangesFrom, (this.#read(WORD.rangesEnd) - rangesFrom) / 4).slice();
    for (let at = 0; at < ranges.length; at++) ranges[at] = (ranges[at] ?? 0) - this.#textFrom;
    return {
      position,
      marks: {
        marks: this.#words(this.#read(WORD.ordered), (this.#read(WORD.marksEnd) - marksFrom) / 4).slice(),
        starts: this.#words(this.#read(WORD.starts), PARTITIONS + 1).slice(),
      },
      records: this.#read(WORD.records),
      parties: this.#read(WORD.parties),
      ranges,
    };
  }

  /** How many cells of each column were valid since the text was set. */
  counts(): Uint32Array {
    return this.#words(this.#read(WORD.counts), this.#plan.length).slice();
  }

  /** Remembers that a cell of a column, as it is encoded, holds nothing: its rows need not be handed back for it. */
  learn(cell: Uint8Array, column: number): void {
    if (cell.length === 0 || cell.length > LONGEST_KNOWN || this.#plan[column]?.learns !== true) return;
    // Behind the text, where the next text's end is cleared again.
    const at = this.#textFrom + this.#textLength;
    this.#kernel.bytes().set(cell, at);
    this.#kernel.call("learn")(at, cell.length, column);
    this.#kernel.bytes().fill(0, at, at + cell.length);
  }

  #layDummies(at: number, filter: number): number {
    const packed = new Uint32Array(4);
    let count = 0;
    const kinds = new Set(this.#plan.filter(({ operation }) => identifies(operation)).map(({ kind }) => kind));
    for (const kind of kinds)
      for (const dummy of KNOWN_DUMMIES) {
        packValue(kind, dummy, packed);
        this.#words(at + count++ * 16, 4).set(packed);
        this.#kernel.bytes()[filter + (Math.imul(packed[3] ?? 0, 0x9e3779b1) >>> 24)] = 1;
      }
    if (count > DUMMY_PLACES) throw new Error("more dummies than the kernel has places");
    return count;
  }

  #words(at: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#kernel.bytes().buffer, at, length);
  }

  #read(word: number): number {
    return this.#words(this.#state, 64)[word] ?? 0;
  }

  #write(word: number, value: number): void {
    this.#words(this.#state, 64)[word] = value;
  }
}

function encodePlan(plan: TablePlan): Uint8Array {
  const bytes = new Uint8Array(MOST_COLUMNS * 16);
  const view = new DataView(bytes.buffer);
  for (const [at, { operation, kind, otherParty, order, key }] of plan.entries()) {
    view.setUint8(at * 16, OPERATIONS.indexOf(operation));
    view.setUint8(at * 16 + 1, otherParty ? 1 : 0);
    view.setUint8(at * 16 + 2, order);
    view.setUint8(at * 16 + 3, key ?? 255);
    view.setUint32(at * 16 + 4, kind << 20, true);
  }
  return bytes;
}

function bytesOf(table: Uint16Array): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

function isPlace<T extends object>(word: string, places: T): word is Extract<keyof T, string> {
  return Object.hasOwn(places, word);
}
