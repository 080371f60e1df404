import { isUtf8 } from "node:buffer";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import yauzl from "yauzl";
import type { ByteSource } from "#scan/byte-source.ts";
import { type ArchiveMember, type UnpackBudget, withinLimits } from "#scan/sources/archive-member.ts";
import { decryptZip, zipEncryptionOf } from "#scan/sources/decrypt-zip.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { bytesOfPassword, type Password } from "#scan/sources/parse-passwords.ts";
import { problemOf, Unreadable, unreadableBecause } from "#scan/sources/problem.ts";
import { SourceReader } from "#scan/sources/source-reader.ts";

const SMALL = 256 * 1024;
const PIECE = 256 * 1024;

/**
 * The files of a ZIP, which can be unpacked as long as the source can be read, in the order of its directory; folders are left out. Names are GB18030 where flag bit 11 is unset and they are no
 * UTF-8; a name like `../../x` is only a name here, nothing is ever written under it.
 * @throws Unreadable "archive-damaged" when there is no directory, "archive-cut-short" when it breaks off on the way
 */
export async function* openZip(source: ByteSource, limits: ScanLimits, budget: UnpackBudget): AsyncGenerator<ArchiveMember> {
  const reader = new SourceReader(source);
  const zip = await openDirectory(reader, source.size);
  let members = 0;
  let opening: Password | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith("/")) continue;
      if (++members > limits.members) throw new Unreadable(problemOf("too-many-members", limits.members));
      const archive = { zip, reader };
      const member = memberOf(name, entry, () => unpackEntry(archive, entry, limits, budget));
      if (!entry.isEncrypted()) {
        yield member;
        continue;
      }
      const unlock = async (passwords: readonly Password[]) => {
        for (const password of opening === null ? passwords : [opening, ...passwords]) {
          const unlocked = await unlockEntry(member, archive, entry, password, limits, budget);
          if (unlocked === null) continue;
          opening = password;
          return { member: unlocked, line: password.line };
        }
        return null;
      };
      yield { ...member, unlock };
    }
  } catch (failure) {
    throw unreadableBecause(failure, "archive-cut-short");
  }
}

function memberOf(
  name: string,
  entry: yauzl.Entry,
  unpack: () => AsyncGenerator<Uint8Array>,
  encrypted = entry.isEncrypted(),
  hasChecksum = true,
): ArchiveMember {
  let checksum: number | null = null;
  return {
    name,
    size: entry.uncompressedSize,
    encrypted,
    intact: () => checksum !== null && (checksum === entry.crc32 || !hasChecksum),
    unpack: async function* () {
      checksum = null;
      let sum = 0;
      for await (const chunk of unpack()) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      checksum = sum;
    },
  };
}

/** A password fits when the whole member comes out with its checksum: the bytes that are there to tell fit one wrong one in 256 too. */
async function unlockEntry(
  member: ArchiveMember,
  archive: Archive,
  entry: yauzl.Entry,
  password: Password,
  limits: ScanLimits,
  budget: UnpackBudget,
): Promise<ArchiveMember | null> {
  const encryption = zipEncryptionOf(entry);
  if (encryption === null || (encryption.method !== 0 && encryption.method !== 8)) return null;
  const hasChecksum = encryption.kind === "traditional" || encryption.hasChecksum;
  const { compressedSize } = entry;
  for (const bytes of bytesOfPassword(password)) {
    const open = async () => {
      const raw = await archive.zip.openReadStreamPromise(entry, { decodeFileData: false });
      const plain = decryptZip(raw, compressedSize, encryption, bytes);
      return encryption.method === 0 ? plain : Readable.from(plain, { objectMode: false }).compose(createInflateRaw());
    };
    const unlocked = (counted: UnpackBudget) =>
      memberOf(member.name, entry, () => withinLimits(open, compressedSize, limits, counted), false, hasChecksum);
    if (await fits(unlocked({ ...budget }))) return unlocked(budget);
  }
  return null;
}

async function fits(trial: ArchiveMember): Promise<boolean> {
  try {
    let size = 0;
    for await (const chunk of trial.unpack()) size += chunk.length;
    return trial.intact() && size === trial.size;
  } catch (failure) {
    if (failure instanceof Unreadable && failure.problem.kind !== "member-damaged") throw failure;
    if (failure instanceof Unreadable) return false;
    throw failure;
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
  const open = async () => {
    if (isSmall(entry)) return await unpackSmall(archive, entry);
    return entry.compressionMethod === 8 ? await inflateLarge(archive, entry) : await archive.zip.openReadStreamPromise(entry);
  };
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

/** A large deflated member in large pieces: the 16 KB that a stream inflates at a time cost more around than in it. */
async function inflateLarge({ zip, reader }: Archive, entry: yauzl.Entry): Promise<AsyncIterable<Uint8Array>> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = reader.streamRange(fileDataStart, fileDataStart + entry.compressedSize);
  // What goes wrong with the packed bytes comes out of the inflated ones.
  return ofSize(
    pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => undefined),
    entry.uncompressedSize,
  );
}

async function* ofSize(bytes: AsyncIterable<Uint8Array>, promised: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > promised) throw new Error(`more bytes than the ${promised} that were promised`);
    yield chunk;
  }
  if (size !== promised) throw new Error(`${size} bytes where ${promised} were promised`);
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
