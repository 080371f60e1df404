import type { ByteSource } from "#scan/byte-source.ts";
import type { Encoding, Format } from "#scan/scan.contract.ts";
import type { ArchiveMember, UnpackBudget } from "#scan/sources/archive-member.ts";
import { classifyZip, type ZipNature } from "#scan/sources/classify-zip.ts";
import { abortable, type Hashes, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { openGzip } from "#scan/sources/open-gzip.ts";
import type { OleFile } from "#scan/sources/open-ole.ts";
import { openTar } from "#scan/sources/open-tar.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { lockedProblem, problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readImage } from "#scan/sources/read-image.ts";
import { readMail, sniffMail } from "#scan/sources/read-mail.ts";
import { readSqlite } from "#scan/sources/read-sqlite.ts";
import { readText } from "#scan/sources/read-text.ts";
import { readWorkbook } from "#scan/sources/read-workbook.ts";
import { binaryFormatOf, extensionOf, formatOfExtension, sniffMagic } from "#scan/sources/sniff-magic.ts";

const HEAD = 64 * 1024;
/** Office files in the same container as XLS that hold no sheets. */
const OTHER_OLE = /^(doc|dot|wps|ppt|pps|dps|msg|msi|vsd|mpp|pub)$/;

/**
 * Reads one piece of evidence down to its leaves: what an archive holds is read the same way again, a workbook sheet by sheet, text as a
 * table or as free text. What cannot be read is a leaf too, with the reason. Content decides before the extension.
 */
export async function readSource(source: ByteSource, context: ScanContext): Promise<void> {
  await readNested(guard(source), 0, { packed: source.size, unpacked: 0 }, context);
}

async function readNested(source: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
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
  if (magic === "tar") return readArchive("tar", openTar(source, context.limits), source, depth, budget, context);
  if (magic === "sqlite") return readSqlite(source, context);
  if (magic === "gz") return readGzip(source, depth, budget, context);
  if (magic === "7z" || magic === "rar" || magic === "xz" || magic === "bz2") {
    const { openSevenZip } = await import("#scan/sources/open-seven-zip.ts");
    return readArchive(magic, openSevenZip(source, magic, context, budget), source, depth, budget, context);
  }
  if (magic === "image") return readImage(source, context);
  if (magic === "pdf") return (await import("#scan/sources/read-pdf.ts")).readPdf(source, context);
  if (magic === "xls") return readOle(source, extension, depth, budget, context);
  return reportUnreadable(source, magic, problemOf("unsupported-format", magic), context);
}

/** What lies in a compound file: an encrypted Office file, a Word document, a workbook, or something that is not read. */
async function readOle(source: ByteSource, extension: string, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
  const { OleFile } = await import("#scan/sources/open-ole.ts");
  let file: OleFile | null = null;
  try {
    file = await OleFile.open(source);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure; // a damaged one is told by the reader its name promises
  }
  if (file?.has("EncryptedPackage")) {
    const { openEncryptedOffice } = await import("#scan/sources/open-encrypted-office.ts");
    const opened = await openEncryptedOffice(source, file, context);
    if ("problem" in opened) return reportUnreadable(source, formatOfOffice(extension), opened.problem, context);
    try {
      return await readNested(opened.plain, depth + 1, budget, opened.context);
    } finally {
      await context.scratch.release(opened.plain);
    }
  }
  if (file?.has("WordDocument")) return (await import("#scan/sources/read-doc.ts")).readDoc(source, file, context);
  if (OTHER_OLE.test(extension) && file?.has("Workbook") !== true)
    return file === null && /^(doc|dot|wps)$/.test(extension)
      ? reportUnreadable(source, "docx", problemOf("document-damaged", "OLE2"), context)
      : reportUnreadable(source, "xls", problemOf("unsupported-format", extension), context);
  return (await import("#scan/sources/read-xls.ts")).readXls(source, context);
}

function formatOfOffice(extension: string): Format {
  return formatOfExtension(extension) === "docx" ? "docx" : "xlsx";
}

async function readZip(source: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
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
  if (nature.format === "xlsx" && nature.note === "") return readWorkbook(source, context, budget);
  if (nature.format === "ods") return (await import("#scan/sources/read-ods.ts")).readOds(source, context, budget);
  if (nature.format === "docx")
    return (await import("#scan/sources/read-docx.ts")).readDocx(source, context, budget, (member) =>
      readMember(`${source.path}!${member.name}`, member, depth, budget, context),
    );
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
  if (members === 0) endLeaf(source, format, null, await hashBytes(source, context.signal), source.size, "scanned", null, context);
}

async function readGzip(source: ByteSource, depth: number, budget: UnpackBudget, context: ScanContext): Promise<void> {
  if (depth >= context.limits.depth) return reportUnreadable(source, "gz", problemOf("too-deep", context.limits.depth), context);
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

async function reportUnreadable(
  source: Pick<ByteSource, "path" | "size"> | ByteSource,
  format: Format,
  problem: SourceProblem,
  context: ScanContext,
  known?: Hashes | null,
  status: "partly" | "unreadable" = "unreadable",
): Promise<void> {
  let hashes = known ?? null;
  let reason = problem;
  if (known === undefined && "read" in source)
    try {
      hashes = await hashBytes(source, context.signal);
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      reason = failure.problem;
    }
  endLeaf(source, format, null, hashes, 0, status, reason, context);
}

function reportEmptyText(source: ByteSource, promised: Format, context: ScanContext): Promise<void> {
  return hashBytes(source, context.signal).then((hashes) =>
    endLeaf(source, promised === "unknown" ? "txt" : promised, "utf-8", hashes, 0, "scanned", null, context),
  );
}

function endLeaf(
  source: Pick<ByteSource, "path" | "size">,
  format: Format,
  encoding: Encoding | null,
  hashes: Hashes | null,
  bytesScanned: number,
  status: LeafReport["status"],
  problem: SourceProblem | null,
  { sink }: ScanContext,
): void {
  sink.begin(source.path);
  const { sha256, sm3 } = hashes ?? { sha256: null, sm3: null };
  sink.end({
    path: source.path,
    format,
    encoding,
    bytes: source.size,
    bytesScanned,
    firstOfFile: true,
    sha256,
    sm3,
    status,
    problem,
    columns: [],
  });
}

/** A failure of the source itself (a tampered chunk, a disk that fails) is a problem of this leaf, told apart from our own faults. */
function guard(source: ByteSource): ByteSource {
  return {
    path: source.path,
    size: source.size,
    read: async (offset, length) => {
      try {
        return await source.read(offset, length);
      } catch (failure) {
        if (failure instanceof Unreadable) throw failure;
        throw new Unreadable(problemOf("read-failed", failure instanceof Error ? failure.message : String(failure)), failure);
      }
    },
  };
}
