import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { decodeName } from "#scan/sources/decode-name.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { isTarHeader, parsePaxRecords, parseTarHeader, TAR_BLOCK, type TarHeader } from "#scan/sources/tar-header.ts";

const LONGEST_EXTENSION = 1 << 20;
const ZEROS = 1 << 16;

/**
 * The files of a TAR, read in place: each is a window of the archive, nothing is unpacked. Folders and devices hold no bytes and are left
 * out; what stands behind an end mark is read too (archives put one after the other), so that nothing hides there.
 * @throws Unreadable "archive-damaged" when the first header is none, "archive-cut-short" when a later one is, or the archive breaks off
 */
export async function* openTar(source: ByteSource, limits: ScanLimits): AsyncGenerator<ArchiveMember> {
  let at = 0;
  let members = 0;
  let ended = false;
  let told = NOTHING_TOLD;
  while (at < source.size) {
    const block = await source.read(at, TAR_BLOCK);
    if (isZero(block)) {
      ended = true;
      at = await skipZeros(source, at);
      continue;
    }
    const header = parseTarHeader(block);
    if (header === null || Number.isNaN(header.size))
      throw new Unreadable(problemOf(at === 0 ? "archive-damaged" : "archive-cut-short", `TAR ${at}`));
    ended = false;
    at += TAR_BLOCK;
    if (header.mapGoesOn) at = await skipSparseMap(source, at);
    const size = isExtension(header) ? header.size : await sizeOf(source, at, header, told);
    const next = at + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
    if (isExtension(header)) {
      if (size > Math.min(LONGEST_EXTENSION, source.size - at)) throw new Unreadable(problemOf("archive-cut-short", `TAR ${at}: ${size}`));
      told = readExtension(header.type, Buffer.from(await source.read(at, size)), told);
    } else {
      const name = told.name ?? header.name;
      if (holdsFile(header, name)) {
        if (++members > limits.members) throw new Unreadable(problemOf("too-many-members", limits.members));
        yield memberOf(source, name, at, size, problemOfMember(header, told, source.size - at, size));
      }
      told = { ...NOTHING_TOLD };
    }
    at = next;
  }
  if (!ended && at <= source.size) throw new Unreadable(problemOf("archive-cut-short", "TAR: no end mark"));
}

/** What extension headers say about the file after them. */
type Told = { readonly name: string | null; readonly size: number | null; readonly sparse: boolean };
const NOTHING_TOLD: Told = { name: null, size: null, sparse: false };

/** Links, folders and devices have no bytes, whatever their size says; only a hard link may carry the file itself. */
async function sizeOf(source: ByteSource, at: number, { type, size }: TarHeader, told: Told): Promise<number> {
  if (type >= "2" && type <= "6") return 0;
  const promised = told.size ?? size;
  if (type !== "1" || promised === 0) return promised;
  const block = await source.read(at, TAR_BLOCK);
  return isZero(block) || isTarHeader(block) ? 0 : promised;
}

function isExtension({ type }: TarHeader): boolean {
  return type === "x" || type === "X" || type === "g" || type === "L" || type === "K";
}

function readExtension(type: string, bytes: Buffer, told: Told): Told {
  if (type === "L") {
    const end = bytes.indexOf(0);
    return { ...told, name: decodeName(end < 0 ? bytes : bytes.subarray(0, end)) };
  }
  if (type === "K" || type === "g") return told;
  const records = parsePaxRecords(bytes);
  const name = records.get("GNU.sparse.name") ?? records.get("path");
  const size = records.get("size")?.toString("latin1") ?? "";
  return {
    name: name === undefined ? told.name : decodeName(name),
    size: /^\d{1,15}$/.test(size) ? Number(size) : told.size,
    sparse: told.sparse || [...records.keys()].some((key) => key.startsWith("GNU.sparse.")),
  };
}

function holdsFile({ type }: TarHeader, name: string): boolean {
  if (type === "3" || type === "4" || type === "5" || type === "6" || type === "D" || type === "V") return false;
  return !name.endsWith("/");
}

function problemOfMember({ type }: TarHeader, told: Told, left: number, size: number): SourceProblem | null {
  if (type === "2" || (type === "1" && size === 0)) return problemOf("link-not-followed");
  if (type === "S" || told.sparse) return problemOf("unsupported-compression", "TAR sparse");
  if (type === "M") return problemOf("archive-cut-short", "TAR: continued from another volume");
  return left < size ? problemOf("archive-cut-short", `${left} / ${size}`) : null;
}

function memberOf(source: ByteSource, name: string, from: number, told: number, problem: SourceProblem | null): ArchiveMember {
  const size = Math.max(0, Math.min(told, source.size - from));
  const read = (offset: number, length: number) =>
    offset >= size ? Promise.resolve(Buffer.alloc(0)) : source.read(from + offset, Math.min(length, size - offset));
  return {
    name,
    size,
    encrypted: false,
    intact: () => true,
    inPlace: { at: (path) => ({ path, size, read }), problem },
    unpack: async function* () {
      for (let at = 0; at < size; at += ZEROS) yield await read(at, ZEROS);
    },
  };
}

async function skipSparseMap(source: ByteSource, from: number): Promise<number> {
  for (let at = from; ; at += TAR_BLOCK) {
    const block = await source.read(at, TAR_BLOCK);
    if (block[504] === undefined || block[504] === 0) return at + TAR_BLOCK;
  }
}

/** The first block from `from` on that is not all zeros, or the end. */
async function skipZeros(source: ByteSource, from: number): Promise<number> {
  for (let at = from; at < source.size; at += ZEROS) {
    const bytes = await source.read(at, ZEROS);
    const found = bytes.findIndex((byte) => byte !== 0);
    if (found >= 0) return at + found - (found % TAR_BLOCK);
  }
  return source.size;
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}
