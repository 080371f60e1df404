import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { findPdfPictures } from "#scan/sources/find-pdf-pictures.ts";
import { joinPdfLines, type PdfItem } from "#scan/sources/join-pdf-lines.ts";
import type { PdfMessage, PdfTask } from "#scan/sources/read-pdf.ts";

/** A thread of its own for PDF: a document made to keep a reader busy is ended from outside. It gives a page each time it is asked. */
const IMAGES = new Set([83, 84, 85, 86, 87, 88]); // the painting of images and masks among the operators of pdf.js

const [TEXT_MODE, INVISIBLE] = [38, 3];
/** A seal or logo is smaller: beside text, a picture that could hold lines of its own. */
const [LEAST_SIDE, LEAST_POINTS] = [24, 10_000];
type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

const { bytes, passwords }: PdfTask = workerData;
/** pdf.js leaves the text of a font that it cannot decode out without an error; only its warning tells. */
let lostFonts = 0;
const listen = (line: unknown) => {
  if (/translateFont failed|cMapUrl|CMap/.test(String(line))) lostFonts++;
};
console.log = console.warn = listen;

const post = (message: PdfMessage) => parentPort?.postMessage(message);

try {
  const { document, password } = await open();
  const attached = sizeOf(await document.getAttachments());
  post({ kind: "opened", pages: document.numPages, attached, password });
  let next = 0;
  parentPort?.on("message", (request: "next" | "pictures") => {
    const page = request === "next" ? ++next : next;
    (request === "next" ? readPage(page) : readPictures(page)).then(post, (failure: unknown) =>
      post({ kind: "failed", page, reason: reasonOf(failure) }),
    );
  });

  async function readPictures(number: number): Promise<PdfMessage> {
    const page = await document.getPage(number);
    const found = await findPdfPictures(page);
    page.cleanup();
    return { kind: "pictures", ...found };
  }

  async function readPage(number: number): Promise<PdfMessage> {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = joinPdfLines(items.flatMap((item): PdfItem[] => ("str" in item ? [item] : [])));
    for (const note of await page.getAnnotations())
      for (const text of [note.fieldValue, note.contentsObj?.str])
        if (typeof text === "string" && text !== "") lines.push(...text.split(/\r\n?|\n/).map((line) => ({ text: line, cells: [] })));
    const images = await findImages(page, lines.length > 0);
    page.cleanup();
    return { kind: "page", lines, images, lostFonts };
  }
} catch (failure) {
  const locked = failure instanceof Error && failure.name === "PasswordException";
  post({ kind: "unopened", locked, reason: reasonOf(failure) });
}

/** What the reader says without the name of its class, which tells people nothing. */
function reasonOf(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).slice(0, 200);
}

/**
 * Whether a page paints pictures that might hold text: any on a page without text; beside text only large ones, and none where the text is
 * invisible: then it is what somebody's OCR read out of them.
 */
async function findImages(page: PDFPageProxy, besideText: boolean): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  if (!besideText) return fnArray.some((operator) => IMAGES.has(operator));
  if (fnArray.some((operator, at) => operator === TEXT_MODE && argsArray[at]?.[0] === INVISIBLE)) return false;
  return fnArray.some((operator, at) => IMAGES.has(operator) && isLarge(argsArray[at] ?? []));
}

/** Pictures come as name, width and height, or as an object that says them. */
function isLarge([given, width, height]: readonly unknown[]): boolean {
  const [across, down] = typeof given === "string" ? [width, height] : [sideOf(given, "width"), sideOf(given, "height")];
  return Number(across) >= LEAST_SIDE && Number(down) >= LEAST_SIDE && Number(across) * Number(down) >= LEAST_POINTS;
}

function sideOf(picture: unknown, side: string): unknown {
  return typeof picture === "object" && picture !== null ? Reflect.get(picture, side) : 0;
}

/** The document under the first password that opens it, its number; null where it needs none. The reader keeps the bytes: only a later attempt needs them again. */
async function open(): Promise<{ document: Awaited<ReturnType<typeof getDocumentProxy>>; password: number | null }> {
  for (let at = -1; ; at++)
    try {
      const document = await getDocumentProxy(at + 1 < passwords.length ? bytes.slice() : bytes, {
        cMapUrl: fileURLToPath(new URL("./cmaps/", import.meta.url)),
        disableFontFace: true,
        useSystemFonts: false,
        verbosity: 1,
        ...(at < 0 ? {} : { password: passwords[at] ?? "" }),
      });
      return { document, password: at < 0 ? null : at };
    } catch (failure) {
      if (!(failure instanceof Error && failure.name === "PasswordException") || at + 1 >= passwords.length) throw failure;
    }
}

/** Attachments come as a map, in older versions as an object. */
function sizeOf(attachments: unknown): number {
  if (attachments instanceof Map) return attachments.size;
  return typeof attachments === "object" && attachments !== null ? Object.keys(attachments).length : 0;
}
