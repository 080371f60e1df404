import { type FileHandle, mkdtemp, open, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEGABYTE = 1024 * 1024;
/** What must be free beside the largest file: it stands in holes, but a vault writes every byte of it. */
const ROOM = 600 * MEGABYTE;

export type LargeFiles = { readonly folder: string; readonly close: () => Promise<void> };

/** A folder for large files, or the reason why there is none: the disk has too little room. */
export async function openRoom(): Promise<LargeFiles | { readonly reason: string }> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < ROOM) return { reason: `less than ${ROOM / MEGABYTE} MB free under ${tmpdir()}` };
  const folder = await mkdtemp(join(tmpdir(), "tandem-large-"));
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
}

/** An object of a PDF: its dictionary, and its stream of so many bytes that begins with `head`; the rest are holes of the file, zeros when read. */
type PdfObject = { readonly number: number; readonly entries: string; readonly stream?: { readonly size: number; readonly head: string } };

/** The large documents of the tests, each made in milliseconds: what is zeros takes no room on the disk. */
export const LARGE = {
  /** 200 MB of pictures on 100 pages, not a letter of text */
  scanned: (path: string) => writePdf(path, [...tree(range(100)), ...range(100).flatMap(scannedPage)]),
  /** a line of text, and 200 MB that belong to no page */
  ballast: (path: string) =>
    writePdf(path, [...tree([0]), ...textPage(0, TEXT.length), { number: 9000, entries: "", stream: { size: 200 * MEGABYTE, head: "" } }]),
  /** a page whose content is a line of text and 200 MB of white space */
  hostile: (path: string) => writePdf(path, [...tree([0]), ...textPage(0, 200 * MEGABYTE)]),
  /** one line of 60 MB */
  line: (path: string) => writeFile(path, "被告人出售公民个人信息五千条，".repeat(Math.floor((60 * MEGABYTE) / 45))),
  /** nothing but a million commas */
  commas: (path: string) => writeFile(path, ",".repeat(1_000_000)),
} as const satisfies Record<string, (path: string) => Promise<void>>;

export const TEXT = "BT /F1 12 Tf 50 700 Td (62000 items were sold) Tj ET";
const SCAN = "q 600 0 0 800 0 0 cm /Im1 Do Q";
const FONT: PdfObject = { number: 3, entries: "/Type/Font/Subtype/Type1/BaseFont/Helvetica" };

function range(many: number): number[] {
  return Array.from({ length: many }, (_, at) => at);
}

function tree(pages: readonly number[]): PdfObject[] {
  const kids = pages.map((at) => `${10 + at * 3} 0 R`).join(" ");
  return [
    { number: 1, entries: "/Type/Catalog/Pages 2 0 R" },
    { number: 2, entries: `/Type/Pages/Kids[${kids}]/Count ${pages.length}` },
    FONT,
  ];
}

function pageOf(at: number, resources: string, content: { readonly size: number; readonly head: string }): PdfObject[] {
  const number = 10 + at * 3;
  const entries = `/Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${number + 1} 0 R/Resources<<${resources}>>`;
  return [
    { number, entries },
    { number: number + 1, entries: "", stream: content },
  ];
}

function scannedPage(at: number): PdfObject[] {
  const picture = "/Type/XObject/Subtype/Image/Width 2000/Height 1048/BitsPerComponent 8/ColorSpace/DeviceGray";
  return [
    ...pageOf(at, `/XObject<</Im1 ${12 + at * 3} 0 R>>`, { size: SCAN.length, head: SCAN }),
    { number: 12 + at * 3, entries: picture, stream: { size: 2 * MEGABYTE, head: "" } },
  ];
}

function textPage(at: number, size: number): PdfObject[] {
  return pageOf(at, "/Font<</F1 3 0 R>>", { size, head: TEXT });
}

async function writePdf(path: string, objects: readonly PdfObject[]): Promise<void> {
  const file = await open(path, "w");
  try {
    await writeObjects(file, objects);
  } finally {
    await file.close();
  }
}

async function writeObjects(file: FileHandle, objects: readonly PdfObject[]): Promise<void> {
  let at = 0;
  const put = async (words: string) => {
    const bytes = Buffer.from(words, "latin1");
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  const places = new Map<number, number>();
  await put("%PDF-1.4\n");
  for (const { number, entries, stream } of objects) {
    places.set(number, at);
    if (stream === undefined) {
      await put(`${number} 0 obj<<${entries}>>endobj\n`);
      continue;
    }
    await put(`${number} 0 obj<<${entries}/Length ${stream.size}>>stream\n`);
    const begins = at;
    await put(stream.head);
    at = begins + stream.size;
    await put("\nendstream endobj\n");
  }
  const table = at;
  const count = Math.max(...places.keys()) + 1;
  const rows = range(count).map((number) => {
    const place = places.get(number);
    return place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  await put(`xref\n0 ${count}\n${rows.join("")}trailer<</Root 1 0 R/Size ${count}>>\nstartxref\n${table}\n%%EOF\n`);
}
