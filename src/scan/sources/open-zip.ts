import { isUtf8 } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";
import yauzl from "yauzl";
import type { ByteSource } from "#scan/byte-source.ts";
import { type ArchiveMember, type UnpackBudget, withinLimits } from "#scan/sources/archive-member.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";
import { SourceReader } from "#scan/sources/source-reader.ts";

const SMALL = 256 * 1024;

/**
 * The files of a ZIP, which can be unpacked as long as the source can be read, in the order of its directory; folders are left out. Names are GB18030 where flag bit 11 is unset and they are no
 * UTF-8; a name like `../../x` is only a name here, nothing is ever written under it.
 * @throws Unreadable "archive-damaged" when there is no directory, "archive-cut-short" when it breaks off on the way
 */
export async function* openZip(source: ByteSource, limits: ScanLimits, budget: UnpackBudget): AsyncGenerator<ArchiveMember> {
  const reader = new SourceReader(source);
  const zip = await openDirectory(reader, source.size);
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
          for await (const chunk of unpackEntry({ zip, reader }, entry, limits, budget)) {
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

async function openDirectory(reader: SourceReader, size: number): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(reader, size, { autoClose: false, decodeStrings: false });
  } catch (failure) {
    throw unreadableBecause(failure, "archive-damaged");
  }
}

async function* unpackEntry(archive: Archive, entry: yauzl.Entry, limits: ScanLimits, budget: UnpackBudget): AsyncGenerator<Uint8Array> {
  if (!entry.canDecodeFileData()) throw new Unreadable(problemOf("unsupported-compression", entry.compressionMethod));
  const open = async () => (isSmall(entry) ? await unpackSmall(archive, entry) : await archive.zip.openReadStreamPromise(entry));
  yield* withinLimits(open, entry.compressedSize, limits, budget);
}

type Archive = { readonly zip: yauzl.ZipFile; readonly reader: SourceReader };

function isSmall(entry: yauzl.Entry): boolean {
  return entry.compressedSize <= SMALL && entry.uncompressedSize <= SMALL;
}

/** A small member at once: a stream for each of a million of them costs more than all their bytes. */
async function unpackSmall({ zip, reader }: Archive, entry: yauzl.Entry): Promise<Uint8Array[]> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = await reader.take(fileDataStart, entry.compressedSize);
  const bytes = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.uncompressedSize + 1 });
  if (bytes.length !== entry.uncompressedSize) throw new Error(`${bytes.length} bytes where ${entry.uncompressedSize} were promised`);
  return [bytes];
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
