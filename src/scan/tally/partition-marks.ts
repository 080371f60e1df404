import { mix } from "#scan/tally/interner.ts";
import { type ChunkCount, MARK_WORDS } from "#scan/tally/marks.ts";

/** Parts that marks are divided into by their value, so that equal values meet in one small part. */
export const PARTITIONS = 256;
const BITS = 8;

/** Marks in the order of their parts: those of part `p` are the words from `starts[p]` to `starts[p + 1]`. */
export type PartitionedMarks = { readonly marks: Uint32Array<ArrayBuffer>; readonly starts: Uint32Array<ArrayBuffer> };

/** Marks of a chunk on their way to the store: divided into parts where they are many, as they came (`starts` null) where they are few. */
export type MarkChunk = {
  readonly marks: Uint32Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer> | null;
  /** parties are numbered from 0 */
  readonly parties: number;
};

const FEW = 4096;

export function packChunk({ marks, parties }: Pick<ChunkCount, "marks" | "parties">): MarkChunk {
  return marks.length < FEW * MARK_WORDS ? { marks, starts: null, parties } : { ...partitionMarks(marks), parties };
}

/**
 * Orders marks by eight bits of the hash of their value, `level` 0 by the highest ones, 1 by the next: two passes over the marks, reads
 * and writes one after the other in each part. Equal values always come into the same part.
 */
export function partitionMarks(marks: Uint32Array, level: 0 | 1 = 0): PartitionedMarks {
  const shift = 32 - BITS * (level + 1);
  const count = marks.length / MARK_WORDS;
  const parts = new Uint8Array(count);
  const starts = new Uint32Array(PARTITIONS + 1);
  for (let mark = 0, at = 0; mark < count; mark++, at += MARK_WORDS) {
    const part = (mix(marks[at] ?? 0, marks[at + 1] ?? 0, marks[at + 2] ?? 0, marks[at + 3] ?? 0) >>> shift) & (PARTITIONS - 1);
    parts[mark] = part;
    starts[part + 1] = (starts[part + 1] ?? 0) + MARK_WORDS;
  }
  for (let part = 0; part < PARTITIONS; part++) starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
  const next = starts.slice(0, PARTITIONS);
  const ordered = new Uint32Array(marks.length);
  for (let mark = 0, at = 0; mark < count; mark++, at += MARK_WORDS) {
    const part = parts[mark] ?? 0;
    const to = next[part] ?? 0;
    next[part] = to + MARK_WORDS;
    ordered[to] = marks[at] ?? 0;
    ordered[to + 1] = marks[at + 1] ?? 0;
    ordered[to + 2] = marks[at + 2] ?? 0;
    ordered[to + 3] = marks[at + 3] ?? 0;
    ordered[to + 4] = marks[at + 4] ?? 0;
    ordered[to + 5] = marks[at + 5] ?? 0;
  }
  return { marks: ordered, starts };
}

/** Gives the memory of a large array that nobody looks at any more back at once, not when it is next collected. */
export function freeWords(words: Uint32Array<ArrayBuffer>): void {
  // A small one may be a view of memory that is shared.
  if (words.buffer.byteLength === words.byteLength && words.byteLength >= 1 << 16) words.buffer.transfer(0);
}
