import type { TextReadingRules } from "#scan/sources/count-text.ts";
import type { CutBlock } from "#scan/sources/cut-text.ts";
import type { LeafSink, Marking } from "#scan/sources/leaf-sink.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import { BlocksUnderWay } from "#scan/threads/blocks-under-way.ts";

/** Smaller ones may share their memory with others. */
const LARGE = 64 * 1024;

/** Gives the blocks of one free text to threads, a few at a time, and what they come to to the sink. */
export class TextThreads {
  readonly #blocks: BlockCounter;
  readonly #rules: TextReadingRules;
  readonly #marking: Marking;
  readonly #sink: LeafSink;
  readonly #isOwn: boolean;
  readonly #underWay: BlocksUnderWay;

  /** `isOwn`: the bytes of blocks are given away, nobody reads them here any more */
  constructor(blocks: BlockCounter, rules: TextReadingRules, marking: Marking, sink: LeafSink, isOwn: boolean) {
    this.#blocks = blocks;
    this.#underWay = new BlocksUnderWay(blocks.atOnce);
    this.#rules = rules;
    this.#marking = marking;
    this.#sink = sink;
    this.#isOwn = isOwn;
  }

  /** Sends a block of the leaf at `path`; waits while enough of them are under way. */
  async count({ bytes, length, inMessage, giveBack }: CutBlock, path: string): Promise<void> {
    await this.#underWay.add(async () => {
      const sent = giveBack !== undefined ? inPlace(bytes) : ownOf(this.#isOwn && length >= LARGE ? viewOf(bytes) : new Uint8Array(bytes));
      const input = { bytes: sent.bytes, inMessage, rules: this.#rules, marking: this.#marking };
      const { rows, counted } = await this.#blocks.run("count-text", input, sent.transfer);
      giveBack?.();
      this.#sink.block?.(counted.chunk, counted.counters);
      this.#sink.progress(path, length, rows);
    });
  }

  /** @throws what a thread failed with */
  async finish(): Promise<void> {
    await this.#underWay.finish();
  }
}

type Sent = { readonly bytes: Uint8Array; readonly transfer: readonly ArrayBuffer[] };

/** Bytes in memory that the threads share stay where they are. */
function inPlace(bytes: Uint8Array): Sent {
  return { bytes, transfer: [] };
}

function ownOf(bytes: Uint8Array<ArrayBuffer>): Sent {
  return { bytes, transfer: [bytes.buffer] };
}

/** A piece that was read from a disk is nobody else's and goes over as it is. */
function viewOf(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : new Uint8Array(bytes);
}
