import type { ByteSource } from "#scan/byte-source.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

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

  private constructor(source: ByteSource, head: Buffer) {
    const size = head.readUInt16BE(16);
    this.pageSize = size === 1 ? 65_536 : size;
    this.usable = this.pageSize - head.readUInt8(20);
    if (this.pageSize < 512 || (this.pageSize & (this.pageSize - 1)) !== 0 || this.usable < 480)
      throw new Unreadable(problemOf("database-damaged", "page size"));
    this.count = Math.ceil(source.size / this.pageSize);
    const encoding = head.readUInt32BE(56);
    this.encoding = encoding === 2 ? "utf-16le" : encoding === 3 ? "utf-16be" : "utf-8";
    this.#source = source;
  }

  /** @throws Unreadable when the header is none */
  static async open(source: ByteSource): Promise<SqlitePages> {
    const head = Buffer.from(await source.read(0, 100));
    if (head.length < 100) throw new Unreadable(problemOf("database-damaged", "header"));
    return new SqlitePages(source, head);
  }

  /** A page by its number, from 1; null when the file has no such page, or not the whole of it. */
  async page(number: number): Promise<Buffer | null> {
    if (number < 1 || number > this.count) return null;
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
