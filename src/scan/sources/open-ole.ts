import type { ByteSource } from "#scan/byte-source.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

const HEAD = 512;
const [END_OF_CHAIN, MOST_NAMES] = [0xfffffffa, 100_000];

type Stream = { readonly start: number; readonly size: number };

/**
 * A compound file (OLE2): what XLS, DOC and encrypted Office files are packed in. Its streams are read out of the evidence by their
 * names; of streams with the same name in several folders the first is known. Chains that run in circles end with the stream's length.
 */
export class OleFile {
  readonly #source: ByteSource;
  readonly #sector: number;
  readonly #mini: number;
  readonly #cutoff: number;
  #fat = new Uint32Array(0);
  #miniFat = new Uint32Array(0);
  #miniHome: Stream = { start: END_OF_CHAIN, size: 0 };
  readonly #streams = new Map<string, Stream>();

  private constructor(source: ByteSource, head: Buffer) {
    this.#source = source;
    this.#sector = 1 << Math.min(16, head.readUInt16LE(30));
    this.#mini = 1 << Math.min(16, head.readUInt16LE(32));
    this.#cutoff = head.readUInt32LE(56);
    if (this.#sector < 128 || this.#mini > this.#sector) throw damaged("sector size");
  }

  /** @throws Unreadable "document-damaged" when its head or tables are none */
  static async open(source: ByteSource): Promise<OleFile> {
    const head = Buffer.from(await source.read(0, HEAD));
    if (head.length < HEAD) throw damaged("header");
    const file = new OleFile(source, head);
    await file.#readTables(head);
    return file;
  }

  has(name: string): boolean {
    return this.#streams.has(name.toLowerCase());
  }

  sizeOf(name: string): number {
    return this.#streams.get(name.toLowerCase())?.size ?? 0;
  }

  /** The bytes of a stream, sector by sector. @throws Unreadable when it breaks off before its length */
  async *read(name: string): AsyncGenerator<Buffer> {
    const stream = this.#streams.get(name.toLowerCase());
    if (stream === undefined) throw damaged(name);
    if (stream.size >= this.#cutoff) yield* this.#chain(stream);
    else yield* this.#miniChain(stream);
  }

  /** A whole stream of at most so many bytes. */
  async take(name: string, most: number): Promise<Buffer> {
    if (this.sizeOf(name) > most) throw damaged(`${name} > ${most}`);
    const parts: Buffer[] = [];
    for await (const part of this.read(name)) parts.push(part);
    return Buffer.concat(parts);
  }

  async #readTables(head: Buffer): Promise<void> {
    const sectors = Math.ceil(this.#source.size / this.#sector);
    const places: number[] = [];
    for (let at = 76; at < HEAD; at += 4) places.push(head.readUInt32LE(at));
    let next = head.readUInt32LE(68);
    for (let step = 0; next < END_OF_CHAIN && step <= sectors; step++) {
      const more = await this.#readSector(next);
      for (let at = 0; at + 8 <= more.length; at += 4) places.push(more.readUInt32LE(at));
      next = more.length < this.#sector ? END_OF_CHAIN : more.readUInt32LE(this.#sector - 4);
    }
    const perSector = this.#sector / 4;
    const wanted = Math.min(head.readUInt32LE(44), Math.ceil(sectors / perSector) + 1);
    this.#fat = new Uint32Array(wanted * perSector).fill(0xffffffff);
    for (let at = 0; at < wanted; at++) {
      const place = places[at] ?? END_OF_CHAIN;
      if (place < END_OF_CHAIN) fill(this.#fat, at * perSector, await this.#readSector(place));
    }
    await this.#readDirectory(head.readUInt32LE(48));
    const bytes = Math.min(head.readUInt32LE(64) * this.#sector, this.#source.size);
    this.#miniFat = new Uint32Array(Math.ceil(bytes / 4)).fill(0xffffffff);
    if (bytes === 0) return;
    let at = 0;
    for await (const sector of this.#chain({ start: head.readUInt32LE(60), size: bytes })) {
      fill(this.#miniFat, at, sector);
      at += perSector;
    }
  }

  async #readDirectory(start: number): Promise<void> {
    let next = start;
    for (let step = 0; next < END_OF_CHAIN && step * this.#sector < MOST_NAMES * 128; step++) {
      const sector = await this.#readSector(next);
      for (let at = 0; at + 128 <= sector.length; at += 128) {
        const [length, type] = [Math.min(64, sector.readUInt16LE(at + 64)), sector[at + 66]];
        const stream = { start: sector.readUInt32LE(at + 116), size: Math.min(sector.readUInt32LE(at + 120), this.#source.size) };
        if (type === 5) this.#miniHome = stream;
        if (type !== 2 || length < 2) continue;
        const name = sector.toString("utf16le", at, at + length - 2).toLowerCase();
        if (!this.#streams.has(name)) this.#streams.set(name, stream);
      }
      next = this.#fat[next] ?? END_OF_CHAIN;
      if (step > this.#fat.length) break;
    }
  }

  async *#chain({ start, size }: Stream): AsyncGenerator<Buffer> {
    let left = size;
    for (let next = start; left > 0; next = this.#fat[next] ?? END_OF_CHAIN) {
      if (next >= END_OF_CHAIN) throw damaged("a chain breaks off");
      const sector = await this.#readSector(next);
      if (sector.length < Math.min(left, this.#sector)) throw damaged("a sector is missing");
      yield sector.subarray(0, left);
      left -= sector.length;
    }
  }

  async *#miniChain({ start, size }: Stream): AsyncGenerator<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.#chain(this.#miniHome)) parts.push(part);
    const home = Buffer.concat(parts);
    let left = size;
    for (let next = start; left > 0; next = this.#miniFat[next] ?? END_OF_CHAIN) {
      const piece =
        next < END_OF_CHAIN ? home.subarray(next * this.#mini, next * this.#mini + Math.min(left, this.#mini)) : home.subarray(0, 0);
      if (piece.length === 0) throw damaged("a chain breaks off");
      yield piece;
      left -= piece.length;
    }
  }

  async #readSector(number: number): Promise<Buffer> {
    const bytes = await this.#source.read((number + 1) * this.#sector, this.#sector);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

function fill(table: Uint32Array, from: number, sector: Buffer): void {
  for (let at = 0; at + 4 <= sector.length && from + at / 4 < table.length; at += 4) table[from + at / 4] = sector.readUInt32LE(at);
}

function damaged(what: string): Unreadable {
  return new Unreadable(problemOf("document-damaged", what));
}
