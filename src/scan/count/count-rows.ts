import type { ByteSource } from "#scan/byte-source.ts";
import type { CountMeaning } from "#scan/count/count-meaning.ts";
import type { CountHooks } from "#scan/count-evidence.ts";
import { buildCountRow } from "#scan/records/count-row.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { SourceMemory } from "#scan/resume/count-memory.ts";
import type { StatePiece } from "#scan/resume/state-piece.ts";
import {
  type LeanRecord,
  lengthOfRecord,
  loadLean,
  loadRecord,
  type StoredRecord,
  storeLean,
  storeRecord,
} from "#scan/resume/stored-record.ts";
import type { CountOptions, CountResult, SourceReport } from "#scan/scan.contract.ts";
import type { LeafReport, LeafSink } from "#scan/sources/leaf-sink.ts";
import { openOcr } from "#scan/sources/ocr.ts";
import { readSource } from "#scan/sources/read-source.ts";
import { Counters } from "#scan/tally/counters.ts";
import { type RecordOutcome, Tally } from "#scan/tally/tally.ts";
import { describeLeaf } from "#scan/threads/describe-leaf.ts";
import { readPatiently } from "#scan/threads/read-patiently.ts";
import type { ScanSettings } from "#scan/threads/scan-settings.ts";
import type { CountedLeaf } from "#scan/threads/source-outlet.ts";

/** Records whose marks wait in memory before they are remembered, and characters of those that are looked at. */
const AT_ONCE = { records: 20_000, characters: 16 * 1024 * 1024 } as const;

/** Counts record by record, in the order of the sources, so that each row can be shown with what became of it. */
export async function countRows(
  sources: Iterable<ByteSource> | AsyncIterable<ByteSource>,
  options: CountOptions,
  settings: ScanSettings,
  meaning: CountMeaning,
  hooks: CountHooks,
) {
  const { item, key, asOf } = options;
  const keeps = { keepPlaces: hooks.onRow !== undefined, keepMarks: hooks.memory !== undefined };
  const tally = new Tally({ item, key, asOf, tiers: meaning.tiers, ...keeps });
  const counting = new RowCount(tally, meaning, options, hooks);
  const ocr = settings.ocr ? openOcr(hooks.signal) : null;
  const { limits, asContent, today, names, passwords, known = null } = settings;
  const context = { sink: counting, scratch: hooks.scratch, signal: hooks.signal, limits, asContent, today, names, ocr, passwords, known };
  try {
    for await (const source of sources) {
      const memory = (await hooks.memory?.open(source, hooks.signal)) ?? null;
      if (memory?.recalled) {
        let rows = 0;
        for await (const piece of memory.recalled) {
          if (piece.kind === "read") rows += piece.rows;
          else counting.recall(piece);
        }
        counting.progress(source.path, source.size, rows);
        continue;
      }
      const before = counting.rowsDone;
      counting.remember(memory);
      await readSource(memory === null ? source : readPatiently(source, memory.ready), context);
      memory?.keep({ kind: "read", rows: counting.rowsDone - before });
      await memory?.finish();
    }
  } finally {
    await ocr?.close();
  }
  return { sources: counting.reports, coverage: counting.coverage(), figures: tally.result() };
}

/** Takes what the readers deliver: records to the tally, reports to the list, progress to whoever watches; and what is to be remembered of it. */
class RowCount implements LeafSink {
  readonly reports: SourceReport[] = [];
  readonly detailKinds: ReadonlySet<string>;
  readonly #tally: Tally;
  readonly #meaning: CountMeaning;
  readonly #hooks: CountHooks;
  readonly #paths: string[] = [];
  readonly #coverage = { sources: 0, scanned: 0, partly: 0, unreadable: 0, bytes: 0, bytesScanned: 0 };
  /** whether every cell of a record is part of a key, and whether every valid record is looked at */
  readonly #whole: boolean;
  readonly #all: boolean;
  #counters = new Counters();
  #memory: SourceMemory | null = null;
  #looked: StoredRecord[] = [];
  #lean: LeanRecord[] = [];
  #waiting = 0;
  #characters = 0;
  #path = "";
  #readBy: "ocr" | null = null;
  #leafReadBy: "ocr" | null = null;
  #bytesDone = 0;
  #rowsDone = 0;

  constructor(tally: Tally, meaning: CountMeaning, options: CountOptions, hooks: CountHooks) {
    this.#tally = tally;
    this.#meaning = meaning;
    this.detailKinds = meaning.detailKinds;
    this.#hooks = hooks;
    this.#all = options.definitions === true;
    this.#whole = this.#all || options.key === "row";
  }

  get rowsDone(): number {
    return this.#rowsDone;
  }

  /** Where what is counted of the next source is kept; null: nowhere. */
  remember(memory: SourceMemory | null): void {
    this.#memory = memory;
  }

  /** Counts what an earlier run counted, in its order. */
  recall(piece: StatePiece): void {
    if (piece.kind === "begin") this.begin(piece.path);
    if (piece.kind === "leaf") this.#take(piece.leaf);
    if (piece.kind !== "records") return;
    this.#tally.replay(piece.counted, this.#paths.length - 1);
    for (const lean of piece.lean) this.#meaning.noteUnseen(loadLean(lean));
    for (const stored of piece.records) {
      const seized = loadRecord(stored);
      this.#readBy = stored.readBy;
      const looked = this.#meaning.look(seized, this.#path);
      const record = looked?.record ?? seized;
      const rowOf = () => this.#rowOf(record, stored.outcome, stored.firstPath);
      this.#meaning.note(record, looked, stored.outcome, rowOf);
      if (stored.shown) this.#hooks.onRow?.(rowOf());
    }
  }

  begin = (path: string): void => {
    this.#path = path;
    this.#paths.push(path);
    this.#counters = new Counters();
    this.#readBy = this.#leafReadBy = null;
    this.#memory?.keep({ kind: "begin", path });
    this.progress(path, 0, 0);
  };

  readBy = (by: "ocr" | null): void => {
    this.#readBy = by;
    this.#leafReadBy ??= by;
  };

  correct: NonNullable<LeafSink["correct"]> = (shape, columns) => this.#meaning.correctColumns(this.#path, shape, columns);

  record = (seized: SeizedRecord): void => {
    const { decisionAt, wantsRow, onRow } = this.#hooks;
    const looked = this.#meaning.look(seized, this.#path);
    const record = looked?.record ?? seized;
    const decision = looked?.decision ?? (decisionAt === undefined ? null : decisionAt(this.#path, record.row, record.offset()));
    const outcome = this.#tally.add(record, this.#paths.length - 1, decision);
    const firstPath = outcome.first === null ? null : (this.#paths[outcome.first.source] ?? "");
    const rowOf = () => this.#rowOf(record, outcome, firstPath);
    this.#meaning.note(record, looked, outcome, rowOf);
    const shown = onRow !== undefined && wantsRow?.({ tier: outcome.tier, step: outcome.step, reason: outcome.reason }) !== false;
    if (shown) onRow(rowOf());
    if (this.#memory === null) return;
    const seen = shown || (looked !== null && (looked.item.fingerprint !== null || looked.item.said !== null));
    if (seen) {
      const stored = storeRecord(seized, { whole: this.#whole, seen: true }, { readBy: this.#readBy, outcome, firstPath, shown });
      this.#looked.push(stored);
      this.#characters += lengthOfRecord(stored);
    } else if (this.#all && outcome.reason === null) {
      const lean = storeLean(record, outcome.tier);
      this.#lean.push(lean);
      this.#characters += String(lean[2]).length + String(lean[3]).length;
    }
    if (++this.#waiting >= AT_ONCE.records || this.#characters >= AT_ONCE.characters) this.#flush();
  };

  progress = (path: string, bytes: number, rows: number): void => {
    this.#bytesDone += bytes;
    this.#rowsDone += rows;
    this.#hooks.onProgress?.({ reading: path, sourcesDone: this.reports.length, bytesDone: this.#bytesDone, rowsDone: this.#rowsDone });
  };

  end = (leaf: LeafReport): void => {
    this.#flush();
    const counted = describeLeaf(leaf, this.#counters, this.#leafReadBy);
    this.#memory?.keep({ kind: "leaf", leaf: counted });
    this.#take(counted);
  };

  coverage(): CountResult["coverage"] {
    return { ...this.#coverage };
  }

  #flush(): void {
    const counted = this.#tally.takeSource();
    this.#counters.add(counted);
    this.#memory?.keep({ kind: "records", counted, records: this.#looked, lean: this.#lean });
    this.#looked = [];
    this.#lean = [];
    this.#waiting = this.#characters = 0;
  }

  #take({ report, bytes, bytesScanned }: CountedLeaf): void {
    this.reports.push(report);
    this.#coverage.sources++;
    this.#coverage[report.status]++;
    this.#coverage.bytes += bytes;
    this.#coverage.bytesScanned += bytesScanned;
  }

  #rowOf(record: SeizedRecord, outcome: RecordOutcome, firstPath: string | null) {
    const first = outcome.first === null ? null : { source: firstPath ?? "", row: outcome.first.row };
    const row = buildCountRow(record, outcome, this.#path, first);
    return this.#readBy === null ? row : { ...row, readBy: this.#readBy };
  }
}
