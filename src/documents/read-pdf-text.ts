import type { CaseDocument } from "#documents/document.ts";
import { type JoinedPages, joinParagraphs } from "#documents/join-paragraphs.ts";
import { DocumentRefused, refuseDocument, tellDocumentProblem } from "#documents/refuse-document.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { openThread, type ThreadLimits } from "#scan/sources/ask-thread.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import type { PdfLine } from "#scan/sources/join-pdf-lines.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { PDF_LIMITS, type PdfMessage, type PdfTask } from "#scan/sources/read-pdf.ts";

/** Megabytes of the heap, and of heap and buffers together (the file is one of them); milliseconds for opening it and for each page, and for all of it. */
const LIMITS: ThreadLimits = { heap: 384, memory: 560, patience: 60_000, whole: 900_000 };

/** Told how many pages of how many have been read. */
export type OnPage = (done: number, total: number) => void;

/**
 * The text of a PDF page by page, in a thread that is ended when it takes too long or too much memory, or when the signal is raised. Pages that are pictures only are named.
 * @throws DocumentRefused when it is too large, encrypted, damaged, holds pictures only or goes beyond the limits; the abort reason
 */
export async function readPdfText(source: ByteSource, signal: AbortSignal, onPage?: OnPage, limits = LIMITS): Promise<CaseDocument> {
  if (source.size > PDF_LIMITS.bytes) throw refuseDocument("pdf-too-large", { megabytes: PDF_LIMITS.bytes / 1024 / 1024 });
  const bytes = await readWhole(source, signal);
  const task: PdfTask = { bytes, passwords: [] };
  const module = new URL(import.meta.resolve("#scan/sources/pdf.thread.ts"));
  const begun = performance.now();
  const thread = openThread<PdfMessage>(module, task, signal, limits, [bytes.buffer]);
  const lines: PdfLine[][] = [];
  const gaps: CaseDocument["gaps"][number][] = [];
  let page = 0;
  let pictures = 0;
  let joined: JoinedPages;
  try {
    const opened = await thread.next();
    if (opened.kind === "unopened") throw refuseDocument(opened.locked ? "pdf-locked" : "pdf-structure");
    if (opened.kind !== "opened") throw refuseDocument("pdf-structure");
    for (page = 1; page <= Math.min(opened.pages, PDF_LIMITS.pages); page++) {
      thread.ask();
      const read = await thread.next();
      onPage?.(page, opened.pages);
      lines.push([]);
      if (read.kind === "failed") gaps.push(tellDocumentProblem("pdf-page", { page }));
      if (read.kind !== "page") continue;
      if (read.images) pictures++;
      lines.at(-1)?.push(...read.lines);
    }
    joined = joinParagraphs(lines);
    if (joined.text.trim() === "") throw refuseDocument(gaps.length > 0 && pictures === 0 ? "pdf-structure" : "pdf-scanned");
    if (pictures > 0) gaps.push(tellDocumentProblem("pdf-scanned-pages", { pages: pictures }));
    if (opened.pages > PDF_LIMITS.pages) gaps.push(tellDocumentProblem("pdf-too-many-pages", { pages: PDF_LIMITS.pages }));
  } catch (failure) {
    signal.throwIfAborted();
    throw failure instanceof DocumentRefused ? failure : refusePdf(failure, { page, begun }, limits);
  } finally {
    await thread.close();
  }
  return { path: source.path, format: "pdf", ...joined, gaps };
}

/** Why the thread ended while it opened the file (page 0) or read a page. */
function refusePdf(
  failure: unknown,
  { page, begun }: { readonly page: number; readonly begun: number },
  { patience, whole = Number.POSITIVE_INFINITY, heap, memory = heap }: ThreadLimits,
): DocumentRefused {
  const kind = failure instanceof Unreadable ? failure.problem.kind : null;
  if (kind === "memory-limit") return refuseDocument(page === 0 ? "pdf-full-opening" : "pdf-full", { page, megabytes: memory }, failure);
  const seconds = (performance.now() - begun >= whole ? whole : patience) / 1000;
  if (kind === "time-limit") return refuseDocument(page === 0 ? "pdf-slow-opening" : "pdf-slow", { page, seconds }, failure);
  return refuseDocument("pdf-broke-off", { page: Math.max(1, page) }, failure);
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
