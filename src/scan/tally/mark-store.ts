import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import { MARK_WORDS, NO_PARTY, PARTY } from "#scan/tally/marks.ts";
import { freeWords, type MarkChunk, PARTITIONS, type PartitionedMarks, partitionMarks } from "#scan/tally/partition-marks.ts";

/** Marks kept in memory, in bytes, before they are put aside. */
export const MARKS_IN_MEMORY = 320 * 1024 * 1024;
const MOST_PARTIES = NO_PARTY;
/** words of marks that came in small chunks, gathered before they are divided into parts */
const LOOSE_WORDS = (1 << 17) * MARK_WORDS;
const BYTES = Uint32Array.BYTES_PER_ELEMENT;

type Kept = PartitionedMarks & { readonly firstParty: number };
type PutAside = { readonly file: ByteSource; readonly starts: Float64Array };

/**
 * Holds the marks of a whole count until they are settled: in memory within a budget, beyond it in encrypted scratch files, all of it part
 * after part, so that settling reads each file once from beginning to end of a part.
 */
export class MarkStore {
  readonly #scratch: Scratch;
  readonly #budget: number;
  readonly #aside: PutAside[] = [];
  #kept: Kept[] = [];
  #loose = new Uint32Array(0);
  #looseEnd = 0;
  #bytes = 0;
  #parties = 0;

  constructor(scratch: Scratch, budget: number = MARKS_IN_MEMORY) {
    this.#scratch = scratch;
    this.#budget = budget;
  }

  /** Parties of all chunks. */
  get parties(): number {
    return this.#parties;
  }

  /** Whether more marks wait in memory than the budget allows: `putAside` is to be called. */
  get isFull(): boolean {
    return this.#bytes > this.#budget;
  }

  /** Takes the marks of a chunk whose parties are numbered from 0. The arrays belong to the store from now on. */
  add({ marks, starts, parties }: MarkChunk): void {
    if (this.#parties + parties > MOST_PARTIES) throw new Error("more parties than can be numbered");
    if (starts === null) this.#addLoose(marks);
    else this.#keep({ marks, starts, firstParty: this.#parties });
    this.#parties += parties;
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept);
    this.#bytes += kept.marks.byteLength + kept.starts.byteLength;
  }

  #addLoose(marks: Uint32Array): void {
    if (this.#looseEnd + marks.length > this.#loose.length) this.#divideLoose(marks.length);
    this.#loose.set(marks, this.#looseEnd);
    numberParties(this.#loose, this.#looseEnd, marks.length, this.#parties);
    this.#looseEnd += marks.length;
  }

  /** What came loose is divided into parts, and room is made for so many words. */
  #divideLoose(room: number): void {
    if (this.#looseEnd > 0) this.#keep({ ...partitionMarks(this.#loose.subarray(0, this.#looseEnd)), firstParty: 0 });
    this.#looseEnd = 0;
    if (this.#loose.length < room || this.#loose.length === 0) this.#loose = new Uint32Array(Math.max(room, LOOSE_WORDS));
  }

  /** Writes what is kept in memory to a scratch file. @throws Unreadable "disk-full" */
  async putAside(): Promise<void> {
    this.#divideLoose(0);
    const kept = this.#kept.splice(0);
    this.#bytes = 0;
    if (kept.length === 0) return;
    const starts = new Float64Array(PARTITIONS + 1);
    for (let part = 0; part < PARTITIONS; part++) starts[part + 1] = (starts[part] ?? 0) + wordsOf(kept, part) * BYTES;
    this.#aside.push({ file: await this.#scratch.put("marks", writeParts(kept), Number.POSITIVE_INFINITY), starts });
    for (const { marks } of kept) freeWords(marks);
  }

  /**
   * The marks of a part, the parties numbered through: in one slice, or where they are more than `most` words, in several. What is still in
   * memory stands in the first. `room` gives memory for exactly so many words.
   */
  async *slices(part: number, most: number, room: (words: number) => Uint32Array): AsyncGenerator<Uint32Array> {
    this.#divideLoose(0);
    const here = wordsOf(this.#kept, part);
    const aside = this.#aside.map(({ file, starts }) => ({ file, from: starts[part] ?? 0, until: starts[part + 1] ?? 0 }));
    let rest = aside.reduce((sum, { from, until }) => sum + (until - from) / BYTES, 0);
    let slice = room(Math.max(here, Math.min(here + rest, most)));
    let end = gather(this.#kept, part, slice);
    for (const { file, from, until } of aside)
      for (let at = from; at < until; ) {
        if (end === slice.length) {
          yield slice;
          slice = room(Math.min(rest, most));
          end = 0;
        }
        const bytes = await file.read(at, Math.min(until - at, (slice.length - end) * BYTES));
        new Uint8Array(slice.buffer, slice.byteOffset, slice.byteLength).set(bytes, end * BYTES);
        at += bytes.length;
        end += bytes.length / BYTES;
        rest -= bytes.length / BYTES;
      }
    yield slice;
  }

  /** Gives memory and files back. */
  async release(): Promise<void> {
    this.#kept = [];
    for (const { file } of this.#aside.splice(0)) await this.#scratch.release(file);
  }
}

async function* writeParts(kept: readonly Kept[]): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < PARTITIONS; part++) {
    const marks = new Uint32Array(wordsOf(kept, part));
    gather(kept, part, marks);
    yield new Uint8Array(marks.buffer);
  }
}

/** Copies a part of all that is kept to the beginning of an array and numbers the parties through; answers where it ends. */
function gather(kept: readonly Kept[], part: number, into: Uint32Array): number {
  let end = 0;
  for (const { marks, starts, firstParty } of kept) {
    const own = marks.subarray(starts[part], starts[part + 1]);
    into.set(own, end);
    numberParties(into, end, own.length, firstParty);
    end += own.length;
  }
  return end;
}

function numberParties(marks: Uint32Array, from: number, words: number, first: number): void {
  if (first === 0) return;
  for (let at = from + PARTY; at < from + words; at += MARK_WORDS) if (marks[at] !== NO_PARTY) marks[at] = (marks[at] ?? 0) + first;
}

function wordsOf(kept: readonly Kept[], part: number): number {
  return kept.reduce((sum, { starts }) => sum + (starts[part + 1] ?? 0) - (starts[part] ?? 0), 0);
}
