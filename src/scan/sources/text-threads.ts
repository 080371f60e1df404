import type { TextReadingRules } from "#scan/sources/count-text.ts";
import type { CutBlock } from "#scan/sources/cut-text.ts";
import type { LeafSink, Marking } from "#scan/sources/leaf-sink.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";

/** Gives the blocks of one free text to threads, a few at a time, and what they come to to the sink. */
export class TextThreads {
  readonly #blocks: BlockCounter;
  readonly #rules: TextReadingRules;
  readonly #marking: Marking;
  readonly #sink: LeafSink;
  readonly #running = new Set<Promise<void>>();
  #failed = false;

  constructor(blocks: BlockCounter, rules: TextReadingRules, marking: Marking, sink: LeafSink) {
    this.#blocks = blocks;
    this.#rules = rules;
    this.#marking = marking;
    this.#sink = sink;
  }

  /** Sends a block of the leaf at `path`; waits while enough of them are under way. */
  async count({ bytes, length, inMessage }: CutBlock, path: string): Promise<void> {
    while (this.#running.size >= this.#blocks.atOnce && !this.#failed) await Promise.race(this.#running);
    const own = new Uint8Array(bytes);
    const counted: Promise<void> = this.#blocks
      .run("count-text", { bytes: own, inMessage, rules: this.#rules, marking: this.#marking }, [own.buffer])
      .then(({ rows, counted: { chunk, counters } }) => {
        this.#sink.block?.(chunk, counters);
        this.#sink.progress(path, length, rows);
        this.#running.delete(counted);
      });
    // A failure stays among what runs: `finish` throws it.
    counted.catch(() => {
      this.#failed = true;
    });
    this.#running.add(counted);
  }

  /** @throws what a thread failed with */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }
}
