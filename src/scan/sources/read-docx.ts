import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember, UnpackBudget } from "#scan/sources/archive-member.ts";
import { DocumentText } from "#scan/sources/document-text.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readEmbedded } from "#scan/sources/read-embedded.ts";
import { walkDocx } from "#scan/sources/walk-docx.ts";

const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;

/**
 * Reads a DOCX as one source: its text line by line, its tables row by row, with headers, footers, notes and comments. Pictures and files
 * embedded in it are given to `embedded`, to be sources of their own.
 */
export async function readDocx(
  source: ByteSource,
  context: ScanContext,
  budget: UnpackBudget,
  embedded: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  const { sink, signal, limits } = context;
  const hashes = await hashBytes(source, context);
  sink.begin(source.path);
  const text = new DocumentText(context);
  let problem: SourceProblem | null = null;
  try {
    const parts = await listParts(openZip(source, limits, budget));
    for (const part of parts) problem = (await readPart(part, text, signal)) ?? problem;
    if (text.skipped > 0) problem ??= problemOf("line-too-long", text.skipped);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  }
  sink.progress(source.path, source.size, text.rows);
  const status = problem === null ? "scanned" : text.rows > 0 ? "partly" : "unreadable";
  sink.end({
    path: source.path,
    format: "docx",
    encoding: null,
    bytes: source.size,
    bytesScanned: problem === null ? source.size : 0,
    firstOfFile: true,
    ...hashes,
    status,
    problem,
    columns: text.columns,
  });
  await readEmbedded(openZip(source, limits, budget), embedded);
}

/** The parts that hold text, the body first. @throws Unreadable "encrypted" */
async function listParts(zip: AsyncIterable<ArchiveMember>): Promise<ArchiveMember[]> {
  const parts: ArchiveMember[] = [];
  for await (const member of zip) {
    if (!PARTS.test(member.name)) continue;
    if (member.encrypted) throw new Unreadable(problemOf("encrypted"));
    parts.push(member);
  }
  const isBody = ({ name }: ArchiveMember) => Number(name.toLowerCase() === "word/document.xml");
  return parts.sort((a, b) => isBody(b) - isBody(a));
}

async function readPart(part: ArchiveMember, text: DocumentText, signal: AbortSignal): Promise<SourceProblem | null> {
  try {
    await walkDocx(abortable(part.unpack(), signal), { line: (line) => text.line(line), table: (rows) => text.table(rows) });
    return part.intact() ? null : problemOf("document-damaged", "CRC-32");
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    const { kind, en } = failure.problem;
    return kind === "member-damaged" || kind === "workbook-damaged" ? problemOf("document-damaged", en) : failure.problem;
  }
}
