import type { CaseDocument } from "#documents/document.ts";
import { tellDeleted } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { classifyZip } from "#scan/sources/classify-zip.ts";
import { abortable } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { walkDocx } from "#scan/sources/walk-docx.ts";

/** What the document itself says; headers repeat, and comments are what others say about it. */
const PARTS = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

/**
 * The text of a DOCX: the body, then its notes, row by row where it is a table. What was inserted with changes tracked is text, what was deleted is left out and counted.
 * @throws Unreadable when it is another ZIP, encrypted, or nothing of it can be read
 */
export async function readDocxText(source: ByteSource, signal: AbortSignal): Promise<CaseDocument> {
  const budget = () => ({ packed: source.size, unpacked: 0 });
  const { format, note } = await classifyZip(openZip(source, SCAN_LIMITS, budget()));
  if (format !== "docx") throw new Unreadable(problemOf("unsupported-format", note || format));
  const parts: ArchiveMember[] = [];
  for await (const member of openZip(source, SCAN_LIMITS, budget())) if (placeOf(member) >= 0) parts.push(member);
  const lines: string[] = [];
  const gaps: CaseDocument["gaps"][number][] = [];
  let deleted = 0;
  for (const part of parts.sort((one, other) => placeOf(one) - placeOf(other))) {
    if (part.encrypted) throw new Unreadable(problemOf("encrypted"));
    try {
      await walkDocx(abortable(part.unpack(), signal), {
        line: (line) => lines.push(line),
        table: (rows) => lines.push(...rows.map((cells) => cells.join("\t"))),
        deleted: () => deleted++,
      });
      if (!part.intact()) gaps.push(problemOf("document-damaged", "CRC-32"));
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      const problem = ofDocument(failure.problem);
      if (lines.length === 0) throw new Unreadable(problem);
      gaps.push(problem);
    }
  }
  return { path: source.path, format: "docx", text: lines.join("\n"), pages: null, gaps: [...gaps, ...tellDeleted(deleted)] };
}

function placeOf({ name }: ArchiveMember): number {
  return PARTS.indexOf(name.toLowerCase());
}

/** The reader of XML speaks of workbooks, which are made of it as well. */
function ofDocument(problem: SourceProblem): SourceProblem {
  return problem.kind === "workbook-damaged" ? problemOf("document-damaged", /[（(](.*)[）)]/.exec(problem.en)?.[1] ?? "XML") : problem;
}
