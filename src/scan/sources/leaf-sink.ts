import type { Scratch } from "#scan/byte-source.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { TableSink } from "#scan/records/table-reader.ts";

import type { ColumnReport, Encoding, Format } from "#scan/scan.contract.ts";
import type { KnownHashes } from "#scan/sources/inspect-bytes.ts";
import type { LeafTime } from "#scan/sources/limit-time.ts";
import type { PictureReader } from "#scan/sources/ocr.ts";
import type { Password } from "#scan/sources/parse-passwords.ts";
import type { SourceProblem } from "#scan/sources/problem.ts";
import type { ChunkCount } from "#scan/tally/marks.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** What is known of a leaf after it was read, apart from what was counted in it. */
export type LeafReport = {
  /** the line of the password file that opened it, or what it stands in */
  readonly passwordLine?: number;
  readonly path: string;
  readonly format: Format;
  readonly encoding: Encoding | null;
  readonly bytes: number;
  /** of `bytes`, those that could be read and looked at */
  readonly bytesScanned: number;
  /** sheets of one workbook share their file: its bytes are counted once, with the first */
  readonly firstOfFile: boolean;
  readonly sha256: string | null;
  readonly sm3: string | null;
  readonly status: "scanned" | "partly" | "unreadable";
  readonly problem: SourceProblem | null;
  readonly columns: readonly ColumnReport[];
};

/** Where readers deliver: a leaf begins, gives records, moves on, ends with its report. */
export type LeafSink = {
  begin(path: string): void;
  /** how the records from here to the end of the leaf are read: by OCR, or as they are written (null, as each leaf begins) */
  readBy(by: "ocr" | null): void;
  record(record: SeizedRecord): void;
  progress(path: string, bytes: number, rows: number): void;
  /** a block of the leaf that was counted as a whole, here or in a thread; absent where each record is asked for */
  readonly block?: (chunk: MarkChunk, counters: Pick<ChunkCount, "kinds" | "tiers">) => void;
  /** how the records of such a block are marked */
  readonly marking?: Marking;
  end(report: LeafReport): void;
  /** a person's corrections for a table of the leaf that began last */
  readonly correct?: NonNullable<TableSink["correct"]>;
  readonly detailKinds?: NonNullable<TableSink["detailKinds"]>;
  readonly tooWide?: NonNullable<TableSink["tooWide"]>;
};

/** What makes two records the same (`--key`), and the table of tiers. */
export type Marking = { readonly key: string; readonly tiers: TierTable };

/** Limits against archives that were made to choke a reader. */
export type ScanLimits = {
  readonly depth: number;
  readonly members: number;
  readonly ratio: number;
  /** below this many unpacked bytes the ratio is not looked at */
  readonly ratioFrom: number;
  readonly unpackedBytes: number;
  readonly longestLine: number;
  /** a leaf may take so long, and a second more for each megabyte */
  readonly secondsPerSource: number;
};

export const SCAN_LIMITS: ScanLimits = {
  depth: 16,
  members: 1_000_000,
  ratio: 1000,
  ratioFrom: 10_000_000,
  unpackedBytes: 1e12,
  longestLine: 64 * 1024 * 1024,
  secondsPerSource: 1800,
};

/** What every reader of sources works with. */
export type ScanContext = {
  readonly sink: LeafSink;
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
  readonly limits: ScanLimits;
  /** `--as communication-content`: the messages themselves were leaked */
  readonly asContent: boolean;
  /** ISO date after which no one is born: a resident id of tomorrow is invalid */
  readonly today: string;
  /** `--names-in-text`: names and addresses of free text are looked for */
  readonly names: boolean;
  /** `--ocr`: reads pictures; null without */
  readonly ocr: Pick<PictureReader, "read"> | null;
  /** `--password-file`: what encrypted files are tried with */
  readonly passwords: readonly Password[];
  /** since when the leaf at hand is read; absent where nobody keeps the time */
  readonly time?: LeafTime;
  /** hashes that a manifest knows of sources, by path (`--manifest`) */
  readonly known?: KnownHashes | null;
  /** counts blocks of large leaves in threads; absent or null: in this one */
  readonly blocks?: BlockCounter | null;
};
