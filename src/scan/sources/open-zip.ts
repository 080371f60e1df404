import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";

/** A file of an archive: its name as reported, and how to unpack it. */
export type ZipMember = {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  /** Its bytes. @throws Unreadable when they are damaged, differently packed, or blow up beyond the limits */
  readonly unpack: () => AsyncGenerator<Uint8Array>;
  /** whether what was unpacked has the checksum that was promised; known after `unpack` has ended */
  readonly intact: () => boolean;
};

/** Bytes unpacked out of one piece of evidence, all levels of nesting together: a bomb multiplies, so the whole is limited too. */
export type UnpackBudget = { readonly packed: number; unpacked: number };

const READ_AHEAD = 64 * 1024;

/**
 * The files of a ZIP, which can be unpacked as long as the source can be read, in the order of its directory; folders are left out. Names are GB18030 where flag bit 11 is unset and they are no
 * UTF-8; a name like `../../x` is only a name here, nothing is ever written under it.
 * @throws Unreadable "archive-damaged" when there is no directory, "archive-cut-short" when it breaks off on the way
 */
export async function* openZip(source: ByteSource, limits: ScanLimits, budget: UnpackBudget): AsyncGenerator<ZipMember> {
  const zip = await openDirectory(source);
  let members = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith("/")) continue;
      if (++members > limits.members) throw new Unreadable(problemOf("too-many-members", limits.members));
      let checksum = 0;
      yield {
        name,
        size: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        intact: () => checksum === entry.crc32,
        unpack: async function* () {
          checksum = 0;
          for await (const chunk of unpackEntry(zip, entry, limits, budget)) {
            checksum = crc32(chunk, checksum);
            yield chunk;
          }
        },
      };
    }
  } catch (failure) {
    throw unreadableBecause(failure, "archive-cut-short");
  }
}

async function openDirectory(source: ByteSource): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false, decodeStrings: false });
  } catch (failure) {
    throw unreadableBecause(failure, "archive-damaged");
  }
}

async function* unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: ScanLimits, budget: UnpackBudget): AsyncGenerator<Uint8Array> {
  if (!entry.canDecodeFileData()) throw new Unreadable(problemOf("unsupported-compression", entry.compressionMethod));
  let unpacked = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      const bytes: Uint8Array = chunk;
      unpacked += bytes.length;
      budget.unpacked += bytes.length;
      if (unpacked > limits.ratioFrom && unpacked > entry.compressedSize * limits.ratio)
        throw new Unreadable(problemOf("expansion-limit", limits.ratio));
      if (budget.unpacked > limits.ratioFrom && budget.unpacked > budget.packed * limits.ratio)
        throw new Unreadable(problemOf("expansion-limit", limits.ratio));
      if (budget.unpacked > limits.unpackedBytes) throw new Unreadable(problemOf("unpacked-limit", limits.unpackedBytes));
      yield bytes;
    }
  } catch (failure) {
    budget.unpacked -= unpacked; // it is thrown away: one bomb must not keep its neighbours from being read
    throw unreadableBecause(failure, "member-damaged");
  }
}

function nameOf(entry: yauzl.Entry): string {
  const raw: Buffer = entry.fileNameRaw;
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0 || isUtf8(raw);
  const unicode = utf8
    ? undefined
    : entry.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(raw));
  const name =
    unicode !== undefined ? unicode.data.toString("utf8", 5) : utf8 ? raw.toString("utf8") : new TextDecoder("gb18030").decode(raw);
  return name.replaceAll("\\", "/");
}

/** Lets the ZIP reader read a source, small reads out of one kept piece. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  #kept: Uint8Array = new Uint8Array(0);
  #keptFrom = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false, highWaterMark: READ_AHEAD });
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (failure: Error | null) => void): void {
    this.#readInto(buffer, offset, length, position).then(() => callback(null), callback);
  }

  override close(callback: (failure: Error | null) => void): void {
    callback(null);
  }

  async *#range(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const bytes = await this.#source.read(at, Math.min(4 * READ_AHEAD, end - at));
      if (bytes.length === 0) throw new Unreadable(problemOf("read-failed", "the archive ends early"));
      yield bytes;
      at += bytes.length;
    }
  }

  async #readInto(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    const inside = position >= this.#keptFrom && position + length <= this.#keptFrom + this.#kept.length;
    if (!inside) {
      this.#kept = await this.#source.read(position, Math.max(length, READ_AHEAD));
      this.#keptFrom = position;
    }
    const from = position - this.#keptFrom;
    if (from + length > this.#kept.length) throw new Unreadable(problemOf("read-failed", "the archive ends early"));
    buffer.set(this.#kept.subarray(from, from + length), offset);
  }
}
