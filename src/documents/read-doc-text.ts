import type { CaseDocument } from "#documents/document.ts";
import { DocumentRefused, refuseDocument, tellDocumentProblem } from "#documents/refuse-document.ts";
import { tellDeleted } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { OleFile } from "#scan/sources/open-ole.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { type DocPart, type DocText, takeDocText, walkDocText } from "#scan/sources/walk-doc.ts";

/** What the document itself says; headers repeat, and comments are what others say about it. */
const READ: readonly DocPart[] = ["body", "footnotes", "endnotes", "boxes"];

/**
 * The text of a Word document of 1997 to 2003: the body, then notes and text boxes, row by row where it is a table. What was deleted with changes tracked is left out and
 * counted. Its format is told as `docx`, as the scanner does.
 * @throws DocumentRefused when it is no Word document, encrypted or damaged
 */
export async function readDocText(source: ByteSource, signal: AbortSignal): Promise<CaseDocument> {
  const found = await takeText(source, signal);
  const lines: string[] = [];
  for (const part of leaveOutDeleted(found))
    walkDocText(part, {
      line: (line) => lines.push(line),
      table: (rows) => lines.push(...rows.map((cells) => cells.join("\t"))),
    });
  const gaps = found.damaged === null ? [] : [tellDocumentProblem("doc-pieces")];
  if (lines.length === 0 && found.damaged !== null) throw refuseDocument("doc-structure");
  return { path: source.path, format: "docx", text: lines.join("\n"), pages: null, gaps: [...gaps, ...tellDeleted(found.deleted.length)] };
}

async function takeText(source: ByteSource, signal: AbortSignal): Promise<DocText> {
  try {
    const file = await OleFile.open(source);
    signal.throwIfAborted();
    if (file.has("EncryptedPackage")) throw refuseDocument("doc-locked");
    if (!file.has("WordDocument")) throw refuseDocument("doc-none");
    return await takeDocText(file, 0);
  } catch (failure) {
    if (failure instanceof DocumentRefused) throw failure;
    if (failure instanceof Unreadable && failure.problem.kind === "encrypted") throw refuseDocument("doc-locked", {}, failure);
    // a place the file names lies outside of it
    const isOutside = failure instanceof RangeError && "code" in failure;
    if (isOutside || (failure instanceof Unreadable && failure.problem.kind === "document-damaged"))
      throw refuseDocument("doc-structure", {}, failure);
    throw failure;
  }
}

/** The parts that are read without what was deleted; the whole text where the file does not tell its parts. */
function leaveOutDeleted({ text, deleted, parts }: DocText): string[] {
  const wanted = parts?.filter(({ part }) => READ.includes(part)) ?? [{ from: 0, to: text.length }];
  return wanted.map(({ from, to }) => {
    const kept: string[] = [];
    let at = from;
    for (const gone of deleted) {
      if (gone.to <= at || gone.from >= to) continue;
      kept.push(text.slice(at, Math.max(at, gone.from)));
      at = Math.min(to, gone.to);
    }
    return [...kept, text.slice(at, to)].join("");
  });
}
