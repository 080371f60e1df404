import type { CaseDocument } from "#documents/document.ts";
import { tellDeleted } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { OleFile } from "#scan/sources/open-ole.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { type DocPart, type DocText, takeDocText, walkDocText } from "#scan/sources/walk-doc.ts";

/** What a compound file of before 2007 may hold beside a Word document. */
const NO_DOCUMENT = {
  zh: "旧版Office文件中没有找到Word文档（可能是表格、幻灯片，或者文件不完整），请另存为DOCX或者PDF。",
  en: "No Word document was found in the file of old Office (it may be sheets or slides, or cut off); save it as DOCX or PDF.",
};
const LOCKED = {
  zh: "Word文档已加密，需要口令才能读取；请在副本中去掉口令后再读。",
  en: "The Word document is encrypted: a password is needed. Remove it in a copy and read that.",
};
/** What the document itself says; headers repeat, and comments are what others say about it. */
const READ: readonly DocPart[] = ["body", "footnotes", "endnotes", "boxes"];

/**
 * The text of a Word document of 1997 to 2003: the body, then notes and text boxes, row by row where it is a table. What was deleted with changes tracked is left out and
 * counted. Its format is told as `docx`, as the scanner does.
 * @throws Unreadable when it is no Word document, encrypted or damaged
 */
export async function readDocText(source: ByteSource, signal: AbortSignal): Promise<CaseDocument> {
  const file = await OleFile.open(source);
  signal.throwIfAborted();
  if (file.has("EncryptedPackage")) throw new Unreadable({ kind: "encrypted", ...LOCKED });
  if (!file.has("WordDocument")) throw new Unreadable({ kind: "unsupported-format", ...NO_DOCUMENT });
  const found = await takeDocText(file, 0).catch((failure: unknown) => {
    const locked = failure instanceof Unreadable && failure.problem.kind === "encrypted";
    throw locked ? new Unreadable({ kind: "encrypted", ...LOCKED }, failure) : failure;
  });
  const lines: string[] = [];
  for (const part of leaveOutDeleted(found))
    walkDocText(part, {
      line: (line) => lines.push(line),
      table: (rows) => lines.push(...rows.map((cells) => cells.join("\t"))),
    });
  const gaps = found.damaged === null ? [] : [problemOf("document-damaged", found.damaged)];
  if (lines.length === 0 && gaps[0] !== undefined) throw new Unreadable(gaps[0]);
  return { path: source.path, format: "docx", text: lines.join("\n"), pages: null, gaps: [...gaps, ...tellDeleted(found.deleted.length)] };
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
