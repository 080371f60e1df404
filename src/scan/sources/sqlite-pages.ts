import type { ByteSource } from "#scan/byte-source.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import type { WriteAheadLog } from "#scan/sources/sqlite-wal.ts";

const WINDOW = 256 * 1024;
const MOST_WINDOWS = 32;

/** The pages of an SQLite file, read and never written: opening it with SQLite could change the evidence. */
export class SqlitePages {
  readonly pageSize: number;
  /** bytes of a page that hold content */
  readonly usable: number;
  readonly count: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly #source: ByteSource;
  readonly #windows = new Map<number, Uint8Array>();

  readonly #wal: WriteAheadLog | null;

  private constructor(source: ByteSource, head: Buffer, wal: WriteAheadLog | null) {
    const size = head.readUInt16BE(16);
    this.pageSize = size === 1 ? 65_536 : size;
    this.usable = this.pageSize - head.readUInt8(20);
    if (this.pageSize < 512 || (this.pageSize & (this.pageSize - 1)) !== 0 || this.usable < 480)
      throw new Unreadable(problemOf("database-damaged", "page size"));
    this.#wal = wal !== null && wal.count > 0 ? wal : null;
    if (this.#wal !== null && this.#wal.pageSize !== this.pageSize)
      throw new Unreadable(problemOf("database-damaged", "page size of the log"));
    this.count = this.#wal?.count ?? Math.ceil(source.size / this.pageSize);
    const encoding = head.readUInt32BE(56);
    this.encoding = encoding === 2 ? "utf-16le" : encoding === 3 ? "utf-16be" : "utf-8";
    this.#source = source;
  }

  /** With the committed pages of its write-ahead log, if there is one. @throws Unreadable when the header is none */
  static async open(source: ByteSource, wal: WriteAheadLog | null = null): Promise<SqlitePages> {
    const first = wal?.pages.get(1);
    const head = Buffer.from(wal !== null && first !== undefined ? await wal.source.read(first, 100) : await source.read(0, 100));
    if (head.length < 100) throw new Unreadable(problemOf("database-damaged", "header"));
    return new SqlitePages(source, head, wal);
  }

  /** Where a page begins in the file; null where its bytes come from the write-ahead log. */
  offsetOf(number: number): number | null {
    return this.#wal?.pages.has(number) === true ? null : (number - 1) * this.pageSize;
  }

  /** A page by its number, from 1; null when the file has no such page, or not the whole of it. */
  async page(number: number): Promise<Buffer | null> {
    if (number < 1 || number > this.count) return null;
    const logged = this.#wal?.pages.get(number);
    if (this.#wal !== null && logged !== undefined) {
      const page = await this.#wal.source.read(logged, this.pageSize);
      return page.length < this.pageSize ? null : Buffer.from(page.buffer, page.byteOffset, this.pageSize);
    }
    const from = (number - 1) * this.pageSize;
    const key = Math.floor(from / WINDOW);
    let bytes = this.#windows.get(key);
    if (bytes === undefined) {
      bytes = await this.#source.read(key * WINDOW, WINDOW);
      if (this.#windows.size >= MOST_WINDOWS) for (const oldest of [...this.#windows.keys()].slice(0, 1)) this.#windows.delete(oldest);
      this.#windows.set(key, bytes);
    }
    const at = from - key * WINDOW;
    if (bytes.length < at + this.pageSize) return null;
    return Buffer.from(bytes.buffer, bytes.byteOffset + at, this.pageSize);
  }
}
