import type { SourceReport } from "#scan/scan.contract.ts";
import type { MarkChunk } from "#scan/tally/partition-marks.ts";

/** A leaf that was read: its report, what it adds to the coverage, and its counters (as `Counters` holds them). */
export type CountedLeaf = {
  readonly report: SourceReport;
  /** of the file, once for all its leaves */
  readonly bytes: number;
  readonly bytesScanned: number;
  readonly kinds: Float64Array;
  readonly tiers: Float64Array;
  readonly failed: ReadonlyMap<string, number>;
};

/** Where the count of one source goes, in this thread or in another. */
export type SourceOutlet = {
  readonly leaf: (leaf: CountedLeaf) => void;
  readonly marks: (chunk: MarkChunk) => void;
  readonly progress: (path: string, bytes: number, rows: number) => void;
  /** Resolves when more marks may come: whoever reads waits for it before it reads on. Never rejects. */
  readonly ready: () => Promise<void>;
};
