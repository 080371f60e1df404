import { decodeText } from "#documents/decode-text.ts";
import type { CaseDocument } from "#documents/document.ts";
import { LONGEST_TEXT } from "#documents/document-problems.data.ts";
import { readDocText } from "#documents/read-doc-text.ts";
import { readDocxText } from "#documents/read-docx-text.ts";
import { readHtmlText } from "#documents/read-html-text.ts";
import { type OnPage, readPdfText } from "#documents/read-pdf-text.ts";
import { DocumentRefused, refuseDocument, refuseFormat } from "#documents/refuse-document.ts";
import { tellLost } from "#documents/tell-gaps.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { inspectText } from "#scan/sources/inspect-bytes.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { extensionOf, sniffMagic } from "#scan/sources/sniff-magic.ts";

/** A document is read whole: nobody writes one of more than this many bytes of text. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/**
 * Reads a case document as text: TXT in any of the encodings the scanner knows, HTML, DOCX, Word of 1997 to 2003, PDF; by content before extension. `onPage` hears of each page of a PDF.
 * @throws DocumentRefused with a sentence of our list when it is none of them, too large, encrypted, damaged or has no text
 */
export async function readDocument(source: ByteSource, signal: AbortSignal, onPage?: OnPage): Promise<CaseDocument> {
  const read = await readFormat(source, signal, onPage).catch((failure: unknown) => {
    // what is left in the scanner's words: the bytes themselves cannot be had
    throw failure instanceof Unreadable && !(failure instanceof DocumentRefused) ? refuseDocument("unreachable", {}, failure) : failure;
  });
  if (read.text.length > LONGEST_TEXT) throw refuseDocument("text-too-long", { characters: LONGEST_TEXT });
  // half of a pair is no sign, and no database takes it
  const text = read.text.toWellFormed();
  return { ...read, text, gaps: read.gaps.some(isUndecodable) ? read.gaps : [...read.gaps, ...tellLost(text)] };
}

async function readFormat(source: ByteSource, signal: AbortSignal, onPage?: OnPage): Promise<CaseDocument> {
  const magic = sniffMagic(await source.read(0, 64 * 1024));
  if (magic === "pdf") return readPdfText(source, signal, onPage);
  if (magic === "zip") return readDocxText(source, signal);
  if (magic === "xls") return readDocText(source, signal);
  if (magic !== null) throw refuseFormat(magic);
  if (source.size > LARGEST_TEXT) throw refuseDocument("file-too-large", { file: "file", megabytes: LARGEST_TEXT / 1024 / 1024 });
  const { text: known } = await inspectText(source, signal);
  if (known === null) throw refuseDocument("no-text");
  const { text, gaps } = await decodeText(source, known, signal);
  const html = /^(?:html?|xhtml)$/.test(extensionOf(source.path)) || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 400));
  return html
    ? { path: source.path, format: "html", text: readHtmlText(text), pages: null, gaps }
    : { path: source.path, format: "txt", text, pages: null, gaps };
}

/** The places that do not decode were told already, with their number. */
function isUndecodable(gap: { readonly kind?: string }): boolean {
  return gap.kind === "undecodable-bytes";
}
