import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import { CountMeaning, effectiveOptions } from "#scan/count/count-meaning.ts";
import { countRows } from "#scan/count/count-rows.ts";
import type { WorkListHooks } from "#scan/decisions/work-list.ts";
import type { Tier } from "#scan/kinds.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { CountMemory } from "#scan/resume/count-memory.ts";
import type { CountOptions, CountResult, ExclusionReason } from "#scan/scan.contract.ts";
import type { KnownHashes } from "#scan/sources/inspect-bytes.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { nameOcrEngine } from "#scan/sources/ocr.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import { countMarks } from "#scan/threads/count-marks.ts";
import { settingsOf } from "#scan/threads/scan-settings.ts";
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
  /** hashes that a manifest knows of sources, by path: SM3 is taken over where SHA-256 is the same */
  readonly known?: KnownHashes;
  /** threads that read sources and blocks of them; 1, or absent: none besides this one */
  readonly workers?: number;
  /** remembers each source that was counted to its end, and does not count it again */
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
