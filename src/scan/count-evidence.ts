import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import { CountMeaning, effectiveOptions } from "#scan/count/count-meaning.ts";
import type { WorkListHooks } from "#scan/decisions/work-list.ts";
import type { Tier } from "#scan/kinds.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import { buildCountRow } from "#scan/records/count-row.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { CountMemory } from "#scan/resume/count-memory.ts";
import type { CountOptions, CountResult, ExclusionReason, SourceReport } from "#scan/scan.contract.ts";
import type { LeafReport, LeafSink, ScanLimits } from "#scan/sources/leaf-sink.ts";
import { nameOcrEngine, openOcr } from "#scan/sources/ocr.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { readSource } from "#scan/sources/read-source.ts";
import { Counters } from "#scan/tally/counters.ts";
import { Tally } from "#scan/tally/tally.ts";
import { countMarks } from "#scan/threads/count-marks.ts";
import { type ScanSettings, settingsOf } from "#scan/threads/scan-settings.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

/** A step of the waterfall in a tier: which rows a caller may want to keep. */
export type Bucket = { readonly tier: Tier; readonly step: "distinct" | "duplicate" | "excluded"; readonly reason: ExclusionReason | null };

export type CountProgressNote = {
  readonly reading: string;
  readonly sourcesDone: number;
  readonly bytesDone: number;
  readonly rowsDone: number;
};

export type CountHooks = {
  readonly scratch: Scratch;
  /** stops the count at the next piece of work; `countEvidence` then throws its reason */
  readonly signal: AbortSignal;
  /** milliseconds from any origin, for `speed` alone */
  readonly clock: () => number;
  readonly toolVersion: string;
  /** ISO date of the count, after which no one is born; `options.asOf` when it is not given */
  readonly today?: string;
  /** called about once a megabyte */
  readonly onProgress?: (note: CountProgressNote) => void;
  /** asked for every record; only for a yes is the row masked and given to `onRow` */
  readonly wantsRow?: (bucket: Bucket) => boolean;
  readonly onRow?: (row: SeizedCountRow) => void;
  /** a person's decision about the record at a place (source path, row, byte offset) */
  readonly decisionAt?: (source: string, row: number, offset: number) => RecordDecision | null;
  /** persons' decisions on items, and who is given the items to decide; instead of those in the options */
  readonly workList?: WorkListHooks;
  readonly limits?: Partial<ScanLimits>;
  /** what encrypted files are tried with, in this order */
  readonly passwords?: readonly Password[];
  /** threads that read sources and blocks of them; 1, or absent: none besides this one */
  readonly workers?: number;
  /** remembers each source that was counted to its end; not where rows are shown or persons had a say */
  readonly memory?: CountMemory;
  /** bytes of marks kept in memory before they are put aside into the scratch */
  readonly budget?: number;
};

/**
 * 清点 counts the personal information in pieces of evidence: three ledgers, persons, groups, and what of the evidence could be read.
 * Figures do not depend on the order of the sources nor on threads. The evidence streams; where rows are shown, memory grows with the distinct values (about 40
 * bytes each), else what does not fit is put aside. @throws the abort reason; an Error when the ledgers do not reconcile
 */
export async function countEvidence(
  sources: Iterable<ByteSource> | AsyncIterable<ByteSource>,
  asked: CountOptions,
  hooks: CountHooks,
): Promise<CountResult> {
  const begun = hooks.clock();
  const options = effectiveOptions(asked);
  const meaning = new CountMeaning(options, hooks.workList);
  const settings = settingsOf(options, hooks);
  const {
    coverage,
    sources: reports,
    figures,
  } = await (needsRows(options, hooks)
    ? countRows(sources, options, settings, meaning, hooks)
    : countMarks(sources, options, settings, { ...hooks, workers: hooks.workers ?? 1 }));
  const { keys: _keys, personsByTier: _persons, ...shown } = figures;
  const seconds = Math.max(0.001, (hooks.clock() - begun) / 1000);
  return {
    tool: { name: "tandem", version: hooks.toolVersion, rules: TIERS_2017_10.version, ...(settings.ocr ? { ocr: nameOcrEngine() } : {}) },
    options,
    coverage,
    sources: reports,
    ...shown,
    ...meaning.tell(figures, reports),
    speed: { seconds: Math.round(seconds * 1000) / 1000, bytesPerSecond: Math.round(coverage.bytes / seconds) },
  };
}

/** Whether each record must be settled as it comes, in this thread: somebody looks at rows, or persons decided about some. */
function needsRows(options: CountOptions, hooks: CountHooks): boolean {
  return (
    hooks.onRow !== undefined ||
    hooks.workList !== undefined ||
    options.definitions === true ||
    options.corrections !== undefined ||
    options.decisions !== undefined
  );
}

/** Counts record by record, so that each row can be shown with what became of it. */
async function countRows(
  sources: Iterable<ByteSource> | AsyncIterable<ByteSource>,
  options: CountOptions,
  settings: ScanSettings,
  meaning: CountMeaning,
  hooks: CountHooks,
) {
  const { item, key, asOf } = options;
  const tally = new Tally({ item, key, asOf, keepPlaces: hooks.onRow !== undefined, tiers: meaning.tiers });
  const counting = new Counting(tally, meaning, hooks);
  const ocr = settings.ocr ? openOcr(hooks.signal) : null;
  const { limits, asContent, today, names, passwords } = settings;
  const context = { sink: counting, scratch: hooks.scratch, signal: hooks.signal, limits, asContent, today, names, ocr, passwords };
  try {
    for await (const source of sources) await readSource(source, context);
  } finally {
    await ocr?.close();
  }
  return { sources: counting.reports, coverage: counting.coverage(), figures: tally.result() };
}

/** Takes what the readers deliver: records to the tally, reports to the list, progress to whoever watches. */
class Counting implements LeafSink {
  readonly reports: SourceReport[] = [];
  readonly detailKinds: ReadonlySet<string>;
  readonly #tally: Tally;
  readonly #meaning: CountMeaning;
  readonly #hooks: CountHooks;
  readonly #paths: string[] = [];
  readonly #coverage = { sources: 0, scanned: 0, partly: 0, unreadable: 0, bytes: 0, bytesScanned: 0 };
  #path = "";
  #records = 0;
  #readBy: "ocr" | null = null;
  #leafReadBy: "ocr" | null = null;
  #bytesDone = 0;
  #rowsDone = 0;

  constructor(tally: Tally, meaning: CountMeaning, hooks: CountHooks) {
    this.#tally = tally;
    this.#meaning = meaning;
    this.detailKinds = meaning.detailKinds;
    this.#hooks = hooks;
  }

  begin = (path: string): void => {
    this.#path = path;
    this.#paths.push(path);
    this.#records = 0;
    this.#readBy = this.#leafReadBy = null;
    this.progress(path, 0, 0);
  };

  readBy = (by: "ocr" | null): void => {
    this.#readBy = by;
    this.#leafReadBy ??= by;
  };

  correct: NonNullable<LeafSink["correct"]> = (shape, columns) => this.#meaning.correctColumns(this.#path, shape, columns);

  record = (seized: SeizedRecord): void => {
    this.#records++;
    const { decisionAt, wantsRow, onRow } = this.#hooks;
    const looked = this.#meaning.look(seized, this.#path);
    const record = looked?.record ?? seized;
    const decision = looked?.decision ?? (decisionAt === undefined ? null : decisionAt(this.#path, record.row, record.offset()));
    const outcome = this.#tally.add(record, this.#paths.length - 1, decision);
    const rowOf = () => {
      const first = outcome.first === null ? null : { source: this.#paths[outcome.first.source] ?? "", row: outcome.first.row };
      const row = buildCountRow(record, outcome, this.#path, first);
      return this.#readBy === null ? row : { ...row, readBy: this.#readBy };
    };
    this.#meaning.note(record, looked, outcome, rowOf);
    if (onRow === undefined || wantsRow?.({ tier: outcome.tier, step: outcome.step, reason: outcome.reason }) === false) return;
    onRow(rowOf());
  };

  progress = (path: string, bytes: number, rows: number): void => {
    this.#bytesDone += bytes;
    this.#rowsDone += rows;
    this.#hooks.onProgress?.({ reading: path, sourcesDone: this.reports.length, bytesDone: this.#bytesDone, rowsDone: this.#rowsDone });
  };

  end = (leaf: LeafReport): void => {
    const { path, format, encoding, bytes, sha256, sm3, status, problem } = leaf;
    const counters = new Counters();
    counters.add(this.#tally.takeSource());
    this.reports.push({
      path,
      format,
      encoding,
      bytes,
      sha256,
      sm3,
      status,
      problem,
      records: this.#records,
      columns: [...leaf.columns],
      kinds: counters.listKinds(),
      ...(this.#leafReadBy === null ? {} : { readBy: this.#leafReadBy }),
      ...(leaf.passwordLine === undefined ? {} : { passwordLine: leaf.passwordLine }),
    });
    this.#coverage.sources++;
    this.#coverage[status]++;
    if (leaf.firstOfFile) this.#coverage.bytes += bytes;
    this.#coverage.bytesScanned += leaf.bytesScanned;
  };

  coverage(): CountResult["coverage"] {
    return { ...this.#coverage };
  }
}
