import type { CaseDocument } from "#documents/document.ts";
import { type JoinedPages, joinParagraphs } from "#documents/join-paragraphs.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { openThread, type ThreadLimits } from "#scan/sources/ask-thread.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import type { PdfLine } from "#scan/sources/join-pdf-lines.ts";
import { lockedProblem, problemOf, Unreadable } from "#scan/sources/problem.ts";
import { PDF_LIMITS, type PdfMessage, type PdfTask } from "#scan/sources/read-pdf.ts";

/** The scanner's own sentence speaks of counting. */
const SCANNED = {
  zh: "PDF是扫描件，没有文字层，读不出文字；请用带文字层的PDF，或者DOCX、TXT。",
  en: "The PDF is scanned and has no text layer: nothing can be read. Use a PDF with text, a DOCX or a TXT.",
};

/** Megabytes of the heap, and of heap and buffers together (the file is one of them); milliseconds for opening it and for each page, and for all of it. */
const LIMITS: ThreadLimits = { heap: 384, memory: 560, patience: 60_000, whole: 900_000 };

/** Told how many pages of how many have been read. */
export type OnPage = (done: number, total: number) => void;

/**
 * The text of a PDF page by page, in a thread that is ended when it takes too long or too much memory. Pages that are pictures only are named.
 * @throws Unreadable when it is too large, encrypted, damaged, holds pictures only or goes beyond the limits
 */
export async function readPdfText(source: ByteSource, signal: AbortSignal, onPage?: OnPage, limits = LIMITS): Promise<CaseDocument> {
  if (source.size > PDF_LIMITS.bytes) throw new Unreadable(problemOf("archive-too-large", PDF_LIMITS.bytes));
  const bytes = await readWhole(source, signal);
  const task: PdfTask = { bytes, passwords: [] };
  const module = new URL(import.meta.resolve("#scan/sources/pdf.thread.ts"));
  const thread = openThread<PdfMessage>(module, task, signal, limits, [bytes.buffer]);
  const lines: PdfLine[][] = [];
  const gaps: CaseDocument["gaps"][number][] = [];
  let pictures = 0;
  let joined: JoinedPages;
  try {
    const opened = await thread.next();
    if (opened.kind === "unopened") throw new Unreadable(opened.locked ? lockedProblem(0) : problemOf("document-damaged", opened.reason));
    if (opened.kind !== "opened") throw new Unreadable(problemOf("document-damaged", opened.kind));
    for (let page = 1; page <= Math.min(opened.pages, PDF_LIMITS.pages); page++) {
      thread.ask();
      const read = await thread.next();
      onPage?.(page, opened.pages);
      lines.push([]);
      if (read.kind === "failed") gaps.push(problemOf("document-damaged", `${read.page}: ${read.reason}`));
      if (read.kind !== "page") continue;
      if (read.images) pictures++;
      lines.at(-1)?.push(...read.lines);
    }
    joined = joinParagraphs(lines);
    if (joined.text.trim() === "") throw new Unreadable({ kind: "no-text-layer", ...SCANNED });
    if (pictures > 0) gaps.push(problemOf("no-text-layer", pictures));
    if (opened.pages > PDF_LIMITS.pages) gaps.push(problemOf("too-many-pages", PDF_LIMITS.pages));
  } finally {
    await thread.close();
  }
  return { path: source.path, format: "pdf", ...joined, gaps };
}

/** All bytes in one buffer: that of a large file is not held twice. */
async function readWhole(source: ByteSource, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(source.size);
  let at = 0;
  for await (const chunk of readChunks(source, signal)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
