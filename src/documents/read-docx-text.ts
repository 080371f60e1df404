import type { CaseDocument } from "#documents/document.ts";
import type { DocumentWord } from "#documents/document-problems.data.ts";
import { DocumentRefused, refuseDocument, refuseFormat, tellDocumentProblem, tellZipProblem } from "#documents/refuse-document.ts";
import { tellDeleted } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { classifyZip } from "#scan/sources/classify-zip.ts";
import { abortable } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { extensionOf } from "#scan/sources/sniff-magic.ts";
import { walkDocx } from "#scan/sources/walk-docx.ts";

/** What the document itself says; headers repeat, and comments are what others say about it. */
const PARTS: readonly { readonly name: string; readonly called: DocumentWord }[] = [
  { name: "word/document.xml", called: "body" },
  { name: "word/footnotes.xml", called: "footnotes" },
  { name: "word/endnotes.xml", called: "endnotes" },
];
type Part = { readonly member: ArchiveMember; readonly place: number };

/**
 * The text of a DOCX: the body, then its notes, row by row where it is a table. What was inserted with changes tracked is text, what was deleted is left out and counted.
 * @throws DocumentRefused when it is another ZIP, encrypted, or nothing of it can be read
 */
export async function readDocxText(source: ByteSource, signal: AbortSignal): Promise<CaseDocument> {
  const parts = await findParts(source);
  const lines: string[] = [];
  const gaps: CaseDocument["gaps"][number][] = [];
  let deleted = 0;
  for (const { member, place } of parts) {
    const called = PARTS[place]?.called ?? "body";
    if (member.encrypted) throw refuseDocument("zip-locked", { file: "docx" });
    try {
      await walkDocx(abortable(member.unpack(), signal), {
        line: (line) => lines.push(line),
        table: (rows) => lines.push(...rows.map((cells) => cells.join("\t"))),
        deleted: () => deleted++,
      });
      if (!member.intact()) gaps.push(tellDocumentProblem("zip-changed", { file: "docx" }));
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      const problem = problemOfPart(failure.problem, called);
      if (lines.length === 0) throw new DocumentRefused(problem, failure);
      gaps.push(problem);
    }
  }
  return { path: source.path, format: "docx", text: lines.join("\n"), pages: null, gaps: [...gaps, ...tellDeleted(deleted)] };
}

/** The parts that are read, in the order of reading. */
async function findParts(source: ByteSource): Promise<Part[]> {
  const budget = () => ({ packed: source.size, unpacked: 0 });
  const file = extensionOf(source.path) === "docx" ? "docx" : "zip";
  try {
    const { format, note } = await classifyZip(openZip(source, SCAN_LIMITS, budget()));
    if (format !== "docx") throw refuseFormat(format, note);
    const parts: Part[] = [];
    for await (const member of openZip(source, SCAN_LIMITS, budget())) {
      const place = PARTS.findIndex(({ name }) => name === member.name.toLowerCase());
      if (place >= 0) parts.push({ member, place });
    }
    return parts.sort((one, other) => one.place - other.place);
  } catch (failure) {
    if (!(failure instanceof Unreadable) || failure instanceof DocumentRefused) throw failure;
    throw new DocumentRefused(tellZipProblem(failure.problem, file), failure);
  }
}

/** The reader of XML speaks of workbooks, which are made of it as well. */
function problemOfPart(problem: SourceProblem, part: DocumentWord): SourceProblem {
  if (problem.kind === "workbook-damaged") return tellDocumentProblem("docx-xml", { part });
  if (problem.kind === "document-damaged") return tellDocumentProblem("docx-tangled", { part });
  return tellZipProblem(problem, "docx");
}
