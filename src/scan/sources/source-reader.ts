import { Readable } from "node:stream";
import yauzl from "yauzl";
import type { ByteSource } from "#scan/byte-source.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

const WINDOW = 64 * 1024;
const MOST_WINDOWS = 4;

/**
 * Lets the ZIP reader read a source. Small reads come out of a few kept pieces: the directory at the end of an archive and the members at
 * its beginning are read in turn.
 */
export class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  readonly #windows: { readonly from: number; readonly bytes: Uint8Array }[] = [];

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  /** Exactly so many bytes from a place. @throws Unreadable when the source ends before */
  async take(position: number, length: number): Promise<Uint8Array> {
    const known = this.#windows.find(({ from, bytes }) => position >= from && position + length <= from + bytes.length);
    if (known !== undefined) return known.bytes.subarray(position - known.from, position - known.from + length);
    const bytes = await this.#source.read(position, Math.max(length, WINDOW));
    if (bytes.length < length) throw new Unreadable(problemOf("read-failed", "the archive ends early"));
    if (length <= WINDOW) {
      if (this.#windows.length >= MOST_WINDOWS) this.#windows.shift();
      this.#windows.push({ from: position, bytes });
    }
    return bytes.subarray(0, length);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.streamRange(start, end);
  }

  /** The bytes from `start` to before `end`. Fails with Unreadable when the source ends before. */
  streamRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false, highWaterMark: WINDOW });
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (failure: Error | null) => void): void {
    this.take(position, length).then((bytes) => {
      buffer.set(bytes, offset);
      callback(null);
    }, callback);
  }

  override close(callback: (failure: Error | null) => void): void {
    callback(null);
  }

  async *#range(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const bytes = await this.#source.read(at, Math.min(4 * WINDOW, end - at));
      if (bytes.length === 0) throw new Unreadable(problemOf("read-failed", "the archive ends early"));
      yield bytes;
      at += bytes.length;
    }
  }
}
