import { setImmediate } from "node:timers/promises";
import { threadId } from "node:worker_threads";
import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import type { LeafSink, ScanContext } from "#scan/sources/leaf-sink.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { readBlocks } from "#scan/sources/read-blocks.ts";
import type { Separator } from "#scan/sources/split-rows.ts";
import { type CountedRows, type ResolvedTable, TableBlocks } from "#scan/sources/table-blocks.ts";
import { BlocksUnderWay } from "#scan/threads/blocks-under-way.ts";

/** Below so many bytes a table is read sooner than the kernel is laid out. */
const WORTH_KERNEL = 256 * 1024;
const BLOCK = 4 * 1024 * 1024;
/** Around a place that cannot be read, rows are still read in pieces of this many bytes. */
const SMALLEST_PIECE = 64 * 1024;
/** What may come beyond a full block: what is read at once, and a row that was not whole. */
const ROOM = 2 * 1024 * 1024;

/** Whose the memory of bytes is: this reader's, the source's, or shared with the threads and to be given back. */
type Owner = "ours" | "theirs" | { readonly giveBack: () => void };

let opened = 0;

/** Counts the rows of one large table block by block, here or in threads, and gives what they say to the sink. */
export class BlockRows {
  readonly #table: ResolvedTable;
  readonly #blocks: TableBlocks;
  readonly #context: ScanContext;
  readonly #path: string;
  readonly #name = `${threadId}-${++opened}`;
  readonly #underWay: BlocksUnderWay | null;
  /** bytes that wait to be counted: the first `size` of them */
  #waiting = new Uint8Array(0);
  #size = 0;
  #records = 0;

  /** Whether a source is large enough, and nobody asks for each of its records. */
  static isWorth(source: ByteSource, encoding: Encoding, separator: Separator, sink: LeafSink): boolean {
    return (
      source.size >= WORTH_KERNEL && sink.block !== undefined && sink.marking !== undefined && TableBlocks.canRead(encoding, separator)
    );
  }

  /** Null where the kernel would gain nothing. */
  static open(table: Omit<ResolvedTable, "marking">, path: string, context: ScanContext): BlockRows | null {
    const { marking } = context.sink;
    if (marking === undefined) return null;
    const resolved = { ...table, marking };
    const blocks = TableBlocks.open(resolved);
    return blocks === null ? null : new BlockRows(resolved, blocks, path, context);
  }

  private constructor(table: ResolvedTable, blocks: TableBlocks, path: string, context: ScanContext) {
    this.#table = table;
    this.#blocks = blocks;
    this.#path = path;
    this.#context = context;
    this.#underWay = context.blocks == null ? null : new BlocksUnderWay(context.blocks.atOnce);
  }

  /** Takes the next bytes of the table, the first of which begin a row; they are copied. `last`: nothing follows. */
  async read(bytes: Uint8Array, last: boolean): Promise<void> {
    if (this.#size + bytes.length > this.#waiting.length)
      this.#waiting = enlarged(this.#waiting, this.#size, Math.max(BLOCK + ROOM, this.#size + bytes.length));
    this.#waiting.set(bytes, this.#size);
    this.#size += bytes.length;
    if (this.#size >= BLOCK || last) await this.#count(last);
  }

  /**
   * Reads a source from a place where a row begins to its end, in pieces that are counted where they lie. Answers how many bytes of lines
   * beyond the limit were left out. @throws the abort reason
   */
  async readFrom(source: ByteSource, from: number): Promise<number> {
    try {
      return await this.#readAll(source, from);
    } catch (failure) {
      // What was read before belongs to this leaf: nothing may come in after it has ended.
      await this.#underWay?.settle();
      throw failure;
    }
  }

  async #readAll(source: ByteSource, from: number): Promise<number> {
    const { signal, limits, blocks } = this.#context;
    const piece = blocks?.memory?.size ?? BLOCK;
    let at = from;
    for (let length = piece; at < source.size && length <= limits.longestLine; ) {
      signal.throwIfAborted();
      const { bytes, owner } = await this.#readBlock(source, at, length);
      const last = at + bytes.length >= source.size;
      const used = await this.#countIn(bytes, last, owner);
      at += used;
      length = used > 0 ? piece : length * 2; // a row that is longer than the piece
      await setImmediate();
    }
    let skipped = 0;
    if (at >= source.size) return skipped;
    for await (const block of readBlocks(source, this.#table.encoding, at, signal, limits.longestLine)) {
      skipped += block.skipped;
      await this.read(block.bytes, block.last);
    }
    return skipped;
  }

  /** The next bytes, in shared memory where there is some of that size and the source can read into it. */
  async #readBlock(source: ByteSource, at: number, length: number): Promise<{ bytes: Uint8Array; owner: Owner }> {
    const memory = this.#context.blocks?.memory;
    // A file gives bytes of its own each time; other sources may keep theirs.
    const owner = source.disk !== undefined ? "ours" : "theirs";
    if (memory === undefined || length !== memory.size) return { bytes: await this.#readPiece(source, at, length), owner };
    const room = memory.take();
    const bytes = await this.#readPiece(source, at, length, room);
    if (bytes.buffer === room.buffer) return { bytes, owner: { giveBack: () => memory.giveBack(room) } };
    memory.giveBack(room);
    return { bytes, owner };
  }

  /** The next bytes; where they cannot be read at once, as many of them as can. @throws Unreadable where not even a few can */
  async #readPiece(source: ByteSource, at: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    for (let piece = length; ; piece /= 4) {
      try {
        const bytes = await source.read(at, piece, into);
        if (bytes.length === 0) throw new Error(`the source ended at ${at} of ${source.size} bytes`);
        return bytes;
      } catch (failure) {
        if (!(failure instanceof Unreadable) || piece <= SMALLEST_PIECE) throw failure;
      }
    }
  }

  /** Ends the table; answers how many records its rows gave. @throws what a thread failed with */
  async finish(): Promise<number> {
    if (this.#size > 0) await this.#count(true);
    await this.#underWay?.finish();
    return this.#records;
  }

  async #count(last: boolean): Promise<void> {
    const used = await this.#countIn(this.#waiting.subarray(0, this.#size), last, "theirs");
    this.#waiting.copyWithin(0, used, this.#size);
    this.#size -= used;
  }

  /** Counts the whole rows of bytes, here or in a thread, to which they go over when they are `ours`; answers how many bytes those are. */
  async #countIn(bytes: Uint8Array, last: boolean, owner: Owner): Promise<number> {
    if (this.#context.blocks == null) {
      const counted = this.#blocks.read(bytes, last);
      this.#give(counted, counted.used);
      return counted.used;
    }
    const used = last ? bytes.length : this.#blocks.wholeRows(bytes);
    if (typeof owner === "object") {
      if (used > 0) await this.#send(bytes, used, [], owner.giveBack);
      else owner.giveBack();
    } else if (used > 0) {
      const own = owner === "ours" && isOwn(bytes) ? bytes : Uint8Array.from(bytes.subarray(0, used));
      await this.#send(own, used, [own.buffer]);
    }
    return used;
  }

  async #send(bytes: Uint8Array, length: number, transfer: readonly ArrayBuffer[], giveBack?: () => void): Promise<void> {
    await this.#underWay?.add(async () => {
      const answer = await this.#context.blocks?.run("count-rows", { table: this.#table, name: this.#name, bytes, length }, transfer);
      giveBack?.();
      if (answer !== undefined) this.#give(answer, length);
    });
  }

  #give({ rows, records, blocks }: Omit<CountedRows, "used">, bytes: number): void {
    const { sink } = this.#context;
    for (const { chunk, counters } of blocks) sink.block?.(chunk, counters);
    this.#records += records;
    sink.progress(this.#path, bytes, rows);
  }
}

function enlarged(bytes: Uint8Array, used: number, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, used * 2));
  larger.set(bytes.subarray(0, used));
  return larger;
}

function isOwn(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.length;
}
