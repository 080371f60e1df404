import type { ByteSource } from "#scan/byte-source.ts";

/** What a write-ahead log holds that is committed: for each page the place of its newest content, and how many pages the database has. */
export type WriteAheadLog = {
  readonly source: ByteSource;
  readonly pageSize: number;
  readonly pages: ReadonlyMap<number, number>;
  readonly count: number;
};

const [HEAD, FRAME] = [32, 24];
const [LITTLE, BIG] = [0x377f0682, 0x377f0683];

/**
 * Reads a write-ahead log of SQLite (`c.db-wal`) as SQLite does after a crash: frames count up to the last one that commits, as long as
 * their salts and checksums are right; what lies behind belongs to no state of the database. Null when it is no such log.
 */
export async function readWal(source: ByteSource, signal: AbortSignal): Promise<WriteAheadLog | null> {
  const head = bufferOf(await source.read(0, HEAD));
  const magic = head.length < HEAD ? 0 : head.readUInt32BE(0);
  const pageSize = head.length < HEAD ? 0 : head.readUInt32BE(8);
  if ((magic !== LITTLE && magic !== BIG) || pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null;
  const sums = new Checksum(magic === BIG);
  sums.add(head.subarray(0, 24));
  if (!sums.is(head.readUInt32BE(24), head.readUInt32BE(28))) return null;
  const pages = new Map<number, number>();
  const uncommitted = new Map<number, number>();
  let count = 0;
  for (let at = HEAD; at + FRAME + pageSize <= source.size; at += FRAME + pageSize) {
    signal.throwIfAborted();
    const frame = bufferOf(await source.read(at, FRAME + pageSize));
    if (frame.length < FRAME + pageSize || !frame.subarray(8, 16).equals(head.subarray(16, 24))) break;
    sums.add(frame.subarray(0, 8));
    sums.add(frame.subarray(FRAME));
    if (!sums.is(frame.readUInt32BE(16), frame.readUInt32BE(20))) break;
    uncommitted.set(frame.readUInt32BE(0), at + FRAME);
    const size = frame.readUInt32BE(4);
    if (size === 0) continue;
    for (const [page, place] of uncommitted) pages.set(page, place);
    uncommitted.clear();
    count = size;
  }
  return { source, pageSize, pages, count };
}

/** The running sum that every frame carries, over pairs of numbers in the byte order that the log's mark names. */
class Checksum {
  readonly #big: boolean;
  #first = 0;
  #second = 0;

  constructor(big: boolean) {
    this.#big = big;
  }

  add(bytes: Buffer): void {
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      this.#first = (this.#first + (this.#big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + this.#second) >>> 0;
      this.#second = (this.#second + (this.#big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + this.#first) >>> 0;
    }
  }

  is(first: number, second: number): boolean {
    return this.#first === first && this.#second === second;
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
