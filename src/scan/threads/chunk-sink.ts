import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { LeafReport, LeafSink, Marking } from "#scan/sources/leaf-sink.ts";
import { Counters } from "#scan/tally/counters.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { type ChunkCount, MARK_WORDS } from "#scan/tally/marks.ts";
import { type MarkChunk, packChunk } from "#scan/tally/partition-marks.ts";
import { describeLeaf } from "#scan/threads/describe-leaf.ts";
import type { SourceOutlet } from "#scan/threads/source-outlet.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const CHUNK_WORDS = (1 << 17) * MARK_WORDS;

type Decide = (source: string, row: number, offset: number) => RecordDecision | null;

/** Takes what the readers deliver of one source: records become marks, blocks counted elsewhere are added, leaves are reported. */
export class ChunkSink implements LeafSink {
  readonly #outlet: SourceOutlet;
  readonly #decide: Decide | undefined;
  readonly #marker: RecordMarker;
  /** absent where each record is asked about: no block is counted as a whole then */
  readonly marking?: Marking;
  #path = "";
  #readBy: "ocr" | null = null;
  #counters = new Counters();

  constructor(outlet: SourceOutlet, key: string, decide?: Decide) {
    this.#outlet = outlet;
    this.#decide = decide;
    if (decide === undefined) this.marking = { key, tiers: TIERS_2017_10 };
    this.#marker = new RecordMarker(key, TIERS_2017_10);
  }

  begin = (path: string): void => {
    this.#path = path;
    this.#readBy = null;
    this.#counters = new Counters();
    this.#outlet.progress(path, 0, 0);
  };

  readBy = (by: "ocr" | null): void => {
    this.#readBy ??= by;
  };

  record = (record: SeizedRecord): void => {
    this.#marker.mark(record, this.#decide?.(this.#path, record.row, record.offset()) ?? null);
    if (this.#marker.end >= CHUNK_WORDS) this.flush();
  };

  /** A block of the leaf that was counted as a whole: its marks, and counters as `ChunkCount` has them. */
  block = (chunk: MarkChunk, counters: Pick<ChunkCount, "kinds" | "tiers" | "failed">): void => {
    this.#counters.add(counters);
    this.#outlet.marks(chunk);
  };

  progress = (path: string, bytes: number, rows: number): void => this.#outlet.progress(path, bytes, rows);

  end = (leaf: LeafReport): void => {
    this.#counters.add(this.#marker.takeCounters());
    this.#outlet.leaf(describeLeaf(leaf, this.#counters, this.#readBy));
  };

  /** The marks that wait go out; to be called when the source is at its end. */
  flush(): void {
    if (this.#marker.end > 0) this.#outlet.marks(packChunk(this.#marker.takeMarks()));
  }
}
