import type { ByteSource } from "#scan/byte-source.ts";
import type { Format } from "#scan/scan.contract.ts";
import type { ArchiveMember, UnpackBudget } from "#scan/sources/archive-member.ts";
import type { ZipNature } from "#scan/sources/classify-zip.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { withinTime, withTime } from "#scan/sources/limit-time.ts";
import { lockedProblem, problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readMail, sniffMail } from "#scan/sources/read-mail.ts";
import { readText } from "#scan/sources/read-text.ts";
import { endLeaf, reportEmptyText, reportUnreadable } from "#scan/sources/report-leaf.ts";
import { binaryFormatOf, extensionOf, formatOfExtension, sniffMagic } from "#scan/sources/sniff-magic.ts";

const HEAD = 64 * 1024;
// The readers of other formats than text are loaded when their format comes: the start on a small table does not wait for them.

/**
 * Reads one piece of evidence down to its leaves: what an archive holds is read the same way again, a workbook sheet by sheet, text as a
 * table or as free text. What cannot be read is a leaf too, with the reason. Content decides before the extension.
 */
export async function readSource(source: ByteSource, context: ScanContext): Promise<void> {
  await readNested(guard(source), 0, { packed: source.size, unpacked: 0 }, withTime(withWatch(context, source)));
}

async function readNested(given: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
  const source = withinTime(given, context);
  context.signal.throwIfAborted();
  const extension = extensionOf(source.path);
  let head: Uint8Array;
  try {
    head = await source.read(0, HEAD);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return reportUnreadable(source, formatOfExtension(extension), failure.problem, context, null);
  }
  if (source.size === 0) {
    const format = binaryFormatOf(extension);
    if (format !== null) return reportUnreadable(source, format, problemOf("no-bytes", format), context);
    return reportEmptyText(source, formatOfExtension(extension), context);
  }
  const magic = sniffMagic(head);
  const mail = magic === null ? sniffMail(head, source.path) : null;
  if (mail !== null && depth >= context.limits.depth)
    return reportUnreadable(source, mail, problemOf("too-deep", context.limits.depth), context);
  if (mail !== null)
    return readMail(source, mail, context, (member) => readMember(`${source.path}!${member.name}`, member, depth, budget, context));
  if (magic === null) return readText(source, context);
  if (magic === "zip") return readZip(source, depth, budget, context);
  if (magic === "tar") {
    const { openTar } = await import("#scan/sources/open-tar.ts");
    return readArchive("tar", openTar(source, context.limits), source, depth, budget, context);
  }
  if (magic === "sqlite") return (await import("#scan/sources/read-sqlite.ts")).readSqlite(source, context);
  if (magic === "gz") return readGzip(source, depth, budget, context);
  if (magic === "7z" || magic === "rar" || magic === "xz" || magic === "bz2") {
    const { openSevenZip } = await import("#scan/sources/open-seven-zip.ts");
    return readArchive(magic, openSevenZip(source, magic, context, budget), source, depth, budget, context);
  }
  if (magic === "image") return (await import("#scan/sources/read-image.ts")).readImage(source, context);
  if (magic === "pdf") return (await import("#scan/sources/read-pdf.ts")).readPdf(source, context);
  if (magic === "xls") {
    const { readOle } = await import("#scan/sources/read-ole.ts");
    return readOle(source, context, (plain, inside) => readNested(plain, depth + 1, budget, inside));
  }
  return reportUnreadable(source, magic, problemOf("unsupported-format", magic), context);
}

async function readZip(source: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
  const [{ classifyZip }, { openZip }] = await Promise.all([import("#scan/sources/classify-zip.ts"), import("#scan/sources/open-zip.ts")]);
  let nature: ZipNature;
  try {
    nature = await classifyZip(openZip(source, context.limits, { packed: source.size, unpacked: 0 }));
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    const promised = formatOfExtension(extensionOf(source.path));
    return reportUnreadable(
      source,
      promised === "xlsx" || promised === "docx" || promised === "ods" ? promised : "zip",
      failure.problem,
      context,
    );
  }
  const embedded = (member: ArchiveMember) => readMember(`${source.path}!${member.name}`, member, depth, budget, context);
  if (nature.format === "xlsx" && nature.note === "")
    return (await import("#scan/sources/read-workbook.ts")).readWorkbook(source, context, budget, embedded);
  if (nature.format === "ods") return (await import("#scan/sources/read-ods.ts")).readOds(source, context, budget, embedded);
  if (nature.format === "docx") return (await import("#scan/sources/read-docx.ts")).readDocx(source, context, budget, embedded);
  if (nature.format !== "zip")
    return reportUnreadable(source, nature.format, problemOf("unsupported-format", nature.note || nature.format), context);
  return readArchive("zip", openZip(source, context.limits, budget), source, depth, budget, context);
}

async function readArchive(
  format: Format,
  archive: AsyncIterable<ArchiveMember>,
  source: ByteSource,
  depth: number,
  budget: UnpackBudget,
  context: ScanContext,
): Promise<void> {
  if (depth >= context.limits.depth) return reportUnreadable(source, format, problemOf("too-deep", context.limits.depth), context);
  let members = 0;
  try {
    for await (const member of archive) {
      members++;
      // An XZ or BZ2 holds one file only: where it cannot be unpacked, the archive itself is what cannot be read.
      const unopened = format === "xz" || format === "bz2" ? source : undefined;
      await readMember(`${source.path}!${member.name}`, member, depth, budget, context, unopened);
    }
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    // The directory broke off: what came before is read and reported, the archive itself stands for the rest.
    return reportUnreadable(source, format, failure.problem, context, undefined, members > 0 ? "partly" : "unreadable");
  }
  // An archive that holds nothing has no leaf of its own; it is listed, so that it does not vanish from the coverage.
  if (members === 0) endLeaf(source, format, null, await hashBytes(source, context), source.size, "scanned", null, context);
}

async function readGzip(source: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
  if (depth >= context.limits.depth) return reportUnreadable(source, "gz", problemOf("too-deep", context.limits.depth), context);
  const { openGzip } = await import("#scan/sources/open-gzip.ts");
  const member = openGzip(source, context.limits, budget);
  // A gzip holds one file only: where it cannot be unpacked, the gzip itself is what cannot be read.
  await readMember(`${source.path}!${member.name}`, member, depth, budget, context, source);
}

async function readMember(
  path: string,
  member: ArchiveMember,
  depth: number,
  budget: UnpackBudget,
  context: ScanContext,
  unopened: Pick<ByteSource, "path" | "size"> = { path, size: member.size },
): Promise<void> {
  const { scratch, limits } = context;
  context.signal.throwIfAborted();
  if (member.passwordLine !== undefined) {
    const { passwordLine, ...opened } = member;
    return readMember(path, opened, depth, budget, withPasswordLine(context, passwordLine), unopened);
  }
  if (member.encrypted) {
    const opened = await unlockMember(member, context);
    if ("kind" in opened) return reportUnreadable(unopened, formatOfExtension(extensionOf(path)), opened, context, null);
    return readMember(path, opened.member, depth, budget, withPasswordLine(context, opened.line), unopened);
  }
  if (member.inPlace !== undefined) return readInPlace(member.inPlace.at(path), member.inPlace.problem, depth, budget, context);
  let unpacked: ByteSource;
  try {
    unpacked = await scratch.put(path, abortable(member.unpack(), context.signal), limits.unpackedBytes);
  } catch (failure) {
    context.signal.throwIfAborted(); // stopped, not damaged
    if (!(failure instanceof Unreadable)) throw failure;
    return reportUnreadable(unopened, formatOfExtension(extensionOf(unopened.path)), failure.problem, context);
  }
  try {
    const damaged = member.intact() ? null : problemOf("member-damaged", "CRC-32");
    await readNested(unpacked, depth + 1, budget, damaged === null ? context : withProblem(context, damaged));
  } finally {
    await scratch.release(unpacked);
  }
}

/** The member as it is with the first of the passwords that opens it; else why it stays closed. */
async function unlockMember(
  member: ArchiveMember,
  { passwords }: ScanContext,
): Promise<{ readonly member: ArchiveMember; readonly line: number } | SourceProblem> {
  if (member.unlock === undefined) return problemOf("encrypted");
  if (passwords.length === 0) return lockedProblem(0);
  try {
    const opened = await member.unlock(passwords);
    if (opened !== null) return opened;
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return failure.problem;
  }
  return lockedProblem(passwords.length);
}

/** A member that can be read where it lies; one whose bytes are not there, or not as they are read, is listed with the reason. */
async function readInPlace(source: ByteSource, problem: SourceProblem | null, depth: number, budget: UnpackBudget, context: ScanContext) {
  if (problem?.kind === "link-not-followed") return endLeaf(source, "unknown", null, null, 0, "scanned", problem, context);
  if (problem?.kind === "unsupported-compression") return reportUnreadable(source, "unknown", problem, context);
  return readNested(source, depth + 1, budget, problem === null ? context : withProblem(context, problem));
}

/** Leaves of what a password opened say which line of the password file it was. */
function withPasswordLine(context: ScanContext, passwordLine: number): ScanContext {
  return { ...context, sink: { ...context.sink, end: (report) => context.sink.end({ ...report, passwordLine }) } };
}

/** Leaves of a member whose checksum fails are read, and marked as not wholly readable. */
function withProblem(context: ScanContext, problem: SourceProblem): ScanContext {
  const end = (report: LeafReport) => context.sink.end(report.status === "scanned" ? { ...report, status: "partly", problem } : report);
  return { ...context, sink: { ...context.sink, end } };
}

/** Leaves of evidence that changed while it was read are told as such: their figures may be of no state it ever had. */
function withWatch(context: ScanContext, source: ByteSource): ScanContext {
  const end = (report: LeafReport) =>
    context.sink.end(
      report.status === "scanned" && source.changed === true
        ? { ...report, status: "partly", problem: problemOf("source-changed") }
        : report,
    );
  return { ...context, sink: { ...context.sink, end } };
}

/** A failure of the source itself (a tampered chunk, a disk that fails) is a problem of this leaf, told apart from our own faults. */
function guard(source: ByteSource): ByteSource {
  return {
    path: source.path,
    size: source.size,
    ...(source.disk === undefined ? {} : { disk: source.disk }),
    read: async (offset, length, into) => {
      try {
        return await source.read(offset, length, into);
      } catch (failure) {
        if (failure instanceof Unreadable) throw failure;
        throw new Unreadable(problemOf("read-failed", failure instanceof Error ? failure.message : String(failure)), failure);
      }
    },
  };
}
