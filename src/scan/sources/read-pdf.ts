import type { ByteSource } from "#scan/byte-source.ts";
import { type AskedThread, openThread } from "#scan/sources/ask-thread.ts";
import { DocumentText } from "#scan/sources/document-text.ts";
import { findPdfTables } from "#scan/sources/find-pdf-tables.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { PdfLine } from "#scan/sources/join-pdf-lines.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import type { PictureReader } from "#scan/sources/ocr.ts";
import { lockedProblem, problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";

/** Limits of a PDF: bytes held in memory, pages, heap of its thread in megabytes, milliseconds for opening it and for each page. */
export const PDF_LIMITS = { bytes: 256 * 1024 * 1024, pages: 20_000, heap: 1024, patience: 300_000 } as const;

/** What the thread is given: the document, and what it is tried with where it is encrypted. */
export type PdfTask = { readonly bytes: Uint8Array; readonly passwords: readonly string[] };

/** What the thread says: opened or unopened first; then a page, or that it failed, each time it is asked. */
export type PdfMessage =
  | { readonly kind: "opened"; readonly pages: number; readonly attached: number; readonly password: number | null }
  | { readonly kind: "unopened"; readonly locked: boolean; readonly reason: string }
  | { readonly kind: "page"; readonly lines: readonly PdfLine[]; readonly images: boolean; readonly lostFonts: number }
  | { readonly kind: "pictures"; readonly pictures: readonly Uint8Array[]; readonly lost: number }
  | { readonly kind: "failed"; readonly page: number; readonly reason: string };

/** Reads the text of a PDF as lines, page by page, with its form fields and comments. Pictures, alone on their page or beside text, are read by OCR, or said to need it. */
export async function readPdf(source: ByteSource, context: ScanContext, patience: number = PDF_LIMITS.patience): Promise<void> {
  const { sink } = context;
  const chunks: Uint8Array[] = [];
  const hashes = await hashBytes(source, context, (chunk) => {
    if (source.size <= PDF_LIMITS.bytes) chunks.push(chunk);
  });
  sink.begin(source.path);
  const text = new DocumentText(context);
  let problem: SourceProblem | null;
  let passwordLine: number | undefined;
  if (source.size > PDF_LIMITS.bytes) problem = problemOf("archive-too-large", PDF_LIMITS.bytes);
  else {
    const bytes = new Uint8Array(Buffer.concat(chunks.splice(0)));
    const ending = Buffer.from(bytes.subarray(-2048)).toString("latin1");
    problem = await readPages(bytes, text, context, patience, (line) => {
      passwordLine = line;
    });
    if (!ending.includes("%%EOF")) problem ??= problemOf("document-damaged", "no %%EOF");
  }
  if (text.skipped > 0) problem ??= problemOf("line-too-long", text.skipped);
  sink.progress(source.path, source.size, text.rows);
  sink.end({
    path: source.path,
    format: "pdf",
    encoding: null,
    bytes: source.size,
    bytesScanned: problem === null ? source.size : 0,
    firstOfFile: true,
    ...hashes,
    status: problem === null ? "scanned" : text.rows > 0 ? "partly" : "unreadable",
    problem,
    columns: text.columns,
    ...(passwordLine === undefined ? {} : { passwordLine }),
  });
}

async function readPages(
  bytes: Uint8Array,
  text: DocumentText,
  context: ScanContext,
  patience: number,
  openedWith: (passwordLine: number | undefined) => void,
): Promise<SourceProblem | null> {
  const { signal, ocr, passwords } = context;
  const task: PdfTask = { bytes, passwords: passwords.map((password) => password.text) };
  const thread = openThread<PdfMessage>(new URL("./pdf.thread.ts", import.meta.url), task, signal, { heap: PDF_LIMITS.heap, patience });
  try {
    const opened = await thread.next();
    if (opened.kind === "unopened") return opened.locked ? lockedProblem(passwords.length) : problemOf("document-damaged", opened.reason);
    if (opened.kind !== "opened") return problemOf("document-damaged", opened.kind);
    if (opened.password !== null) openedWith(passwords[opened.password]?.line);
    let problem: SourceProblem | null = null;
    let pictures = 0;
    let beside = 0;
    for (let page = 1; page <= Math.min(opened.pages, PDF_LIMITS.pages); page++) {
      thread.ask();
      const read = await thread.next();
      if (read.kind === "failed") problem ??= problemOf("document-damaged", `${read.page}: ${read.reason}`);
      if (read.kind !== "page") continue;
      if (read.lostFonts > 0) problem ??= problemOf("font-not-decoded", page);
      for (const part of findPdfTables(read.lines))
        if ("line" in part) text.line(part.line);
        else text.table(part.rows);
      if (read.images && ocr !== null) problem = (await readPictures(thread, ocr, text, context)) ?? problem;
      else if (read.images && read.lines.length === 0) pictures++;
      else if (read.images) beside++;
    }
    if (pictures > 0 || (text.rows === 0 && problem === null && ocr === null)) return problemOf("no-text-layer", pictures || opened.pages);
    if (beside > 0) problem ??= problemOf("pictures-need-ocr", beside);
    if (opened.pages > PDF_LIMITS.pages) problem ??= problemOf("too-many-pages", PDF_LIMITS.pages);
    return problem ?? (opened.attached > 0 ? problemOf("attachments-not-read", opened.attached) : null);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return failure.problem;
  } finally {
    await thread.close();
  }
}

/** Reads the page's pictures by OCR; what of it could not be read. */
async function readPictures(
  thread: AskedThread<PdfMessage>,
  ocr: Pick<PictureReader, "read">,
  text: DocumentText,
  { sink }: ScanContext,
): Promise<SourceProblem | null> {
  thread.ask("pictures");
  const found = await thread.next();
  if (found.kind === "failed") return problemOf("document-damaged", `${found.page}: ${found.reason}`);
  if (found.kind !== "pictures") return problemOf("document-damaged", found.kind);
  let problem: SourceProblem | null = found.lost > 0 ? problemOf("image-damaged", found.lost) : null;
  sink.readBy("ocr");
  for (const picture of found.pictures)
    try {
      for (const line of await ocr.read(picture)) text.line(line);
    } catch (failure) {
      if (!(failure instanceof Unreadable)) throw failure;
      problem ??= failure.problem;
    }
  sink.readBy(null);
  return problem;
}
