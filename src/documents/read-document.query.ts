import type { CaseDocument } from "#documents/document.ts";
import { readHtmlText } from "#documents/read-html-text.ts";
import { type OnPage, readPdfText } from "#documents/read-pdf-text.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { classifyZip } from "#scan/sources/classify-zip.ts";
import { inspectText, readChunks } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { extensionOf, sniffMagic } from "#scan/sources/sniff-magic.ts";
import { walkDocx } from "#scan/sources/walk-docx.ts";

/** A document is read whole: nobody writes one of more than this many bytes of text. */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** The container of Word, Excel and WPS of before 2007. */
const OLD_OFFICE = {
  zh: "旧版Office文件（DOC、XLS、WPS）不能直接阅读，请另存为DOCX或者PDF。",
  en: "Files of old Office (DOC, XLS, WPS) cannot be read as documents; save it as DOCX or PDF.",
};
const BODY = /^word\/(document|footnotes|endnotes)\.xml$/i;

/**
 * Reads a case document as text: TXT in any of the encodings the scanner knows, HTML, DOCX, PDF; by content before extension. `onPage` hears of each page of a PDF.
 * @throws Unreadable with a sentence when it is none of them, too large, encrypted or has no text
 */
export async function readDocument(source: ByteSource, signal: AbortSignal, onPage?: OnPage): Promise<CaseDocument> {
  const magic = sniffMagic(await source.read(0, 64 * 1024));
  if (magic === "pdf") return readPdfText(source, signal, onPage);
  if (magic === "zip") return readDocxText(source, signal);
  if (magic === "xls") throw new Unreadable({ kind: "unsupported-format", ...OLD_OFFICE });
  if (magic !== null) throw new Unreadable(problemOf("unsupported-format", magic));
  if (source.size > LARGEST_TEXT) throw new Unreadable(problemOf("archive-too-large", LARGEST_TEXT));
  const { text: known } = await inspectText(source, signal);
  if (known === null) throw new Unreadable(problemOf("unknown-format"));
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(source, signal)) chunks.push(chunk.slice());
  const text = new TextDecoder(known.encoding).decode(Buffer.concat(chunks)).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const gaps = known.errors > 0 ? [problemOf("undecodable-bytes", known.errors)] : [];
  const html = /^(?:html?|xhtml)$/.test(extensionOf(source.path)) || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 400));
  return html
    ? { path: source.path, format: "html", text: readHtmlText(text), pages: null, gaps }
    : { path: source.path, format: "txt", text, pages: null, gaps };
}

async function readDocxText(source: ByteSource, signal: AbortSignal): Promise<CaseDocument> {
  const budget = () => ({ packed: source.size, unpacked: 0 });
  const { format, note } = await classifyZip(openZip(source, SCAN_LIMITS, budget()));
  if (format !== "docx") throw new Unreadable(problemOf("unsupported-format", note || format));
  const lines: string[] = [];
  const gaps: CaseDocument["gaps"][number][] = [];
  for await (const member of openZip(source, SCAN_LIMITS, budget())) {
    signal.throwIfAborted();
    if (!BODY.test(member.name)) continue;
    if (member.encrypted) throw new Unreadable(problemOf("encrypted"));
    try {
      await walkDocx(member.unpack(), {
        line: (line) => lines.push(line),
        table: (rows) => lines.push(...rows.map((cells) => cells.join("\t"))),
      });
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      const problem = ofDocument(failure.problem);
      if (lines.length === 0) throw new Unreadable(problem);
      gaps.push(problem);
    }
  }
  return { path: source.path, format: "docx", text: lines.join("\n"), pages: null, gaps };
}

/** The reader of XML speaks of workbooks, which are made of it as well. */
function ofDocument(problem: SourceProblem): SourceProblem {
  return problem.kind === "workbook-damaged" ? problemOf("document-damaged", /[（(](.*)[）)]/.exec(problem.en)?.[1] ?? "XML") : problem;
}
