import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { findPdfTables } from "#scan/sources/find-pdf-tables.ts";
import { joinPdfLines } from "#scan/sources/join-pdf-lines.ts";
import { type LeafReport, SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";
import { readPdf } from "#scan/sources/read-pdf.ts";
import { openScratch, sourceOfBytes } from "#scan/sources/scratch.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const [first, second] = [buildMobile(1), buildMobile(2)];
const IMAGE = "q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q";
const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("the text of every page is read as lines, joined by where its pieces stand", async () => {
  const page = [
    { x: 300, y: 700, text: second },
    { x: 10, y: 700, text: "mobile" },
    { x: 10, y: 650, text: `tel ${first}` },
  ];
  const pdf = buildPdf([page, [{ x: 10, y: 700, text: `tel ${first}` }]]);
  const result = await countBytes({ "a.pdf": pdf, "b.zip": buildZip([{ name: "c.dat", bytes: pdf }]) });
  expect(show(result)).toEqual(["a.pdf pdf scanned - 3", "b.zip!c.dat pdf scanned - 3"]);
  expect(result.kinds).toMatchObject([{ kind: "mobile", found: 6, valid: 6, distinct: 2 }]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 300_000);

test("a number cut into pieces that touch is one number, a gap is a space, turned text stands for itself", () => {
  const piece = (str: string, x: number, y: number, width: number) => ({ str, transform: [10, 0, 0, 10, x, y], width, height: 10 });
  const turned = { str: "side", transform: [0, 10, -10, 0, 5, 5], width: 20, height: 10 };
  const items = [piece("00001", 70, 100, 30), piece("139000", 40, 101, 30), piece("B", 140, 100, 5), piece("below", 0, 80, 20), turned];
  expect(joinPdfLines(items).map(({ text }) => text)).toEqual(["13900000001 B", "below", "side"]);
}, 300_000);

test("form fields and comments are read; files attached inside are said not to be", async () => {
  const objects = `20 0 obj<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(tel ${first})>>endobj
21 0 obj<</Type/Filespec/F(a.csv)/EF<</F 22 0 R>>>>endobj
22 0 obj<</Type/EmbeddedFile/Length 1>>stream
x
endstream endobj
`;
  const note = buildPdf([[{ x: 10, y: 700, text: "see note" }]], { objects }).toString("latin1");
  const evidence = {
    "note.pdf": Buffer.from(note.replace("/Type/Page/", "/Annots[20 0 R]/Type/Page/"), "latin1"),
    "attached.pdf": buildPdf([[{ x: 10, y: 700, text: "see file" }]], {
      objects,
      catalog: "/Names<</EmbeddedFiles<</Names[(a.csv) 21 0 R]>>>>",
    }),
  };
  expect(show(await countBytes(evidence))).toEqual(["note.pdf pdf scanned - 1", "attached.pdf pdf partly attachments-not-read 0"]);
}, 300_000);

test("Chinese text in a font that is not embedded is decoded; a font whose encoding is not known is told, not passed over", async () => {
  const font = (encoding: string, ordering: string) =>
    `10 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[11 0 R]>>endobj
11 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/FontDescriptor 12 0 R>>endobj
12 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/Ascent 800/Descent -200/ItalicAngle 0/StemV 80/CapHeight 700/FontBBox[0 0 1000 1000]>>endobj
`;
  const utf16 = Buffer.from(`手机${first}`, "utf16le").swap16().toString("hex");
  const evidence = {
    "gbk.pdf": buildPdf([`BT /F2 12 Tf 10 700 Td <CAD6BBFA> Tj (${first}) Tj ET`], { objects: font("GBK-EUC-H", "GB1") }),
    "ucs2.pdf": buildPdf([`BT /F2 12 Tf 10 700 Td <${utf16}> Tj ET`], { objects: font("UniGB-UCS2-H", "GB1") }),
    "korean.pdf": buildPdf([`BT /F1 12 Tf 10 700 Td (tel ${first}) Tj /F2 12 Tf (${second}) Tj ET`], {
      objects: font("KSCms-UHC-H", "Korea1"),
    }),
  };
  expect(show(await countBytes(evidence))).toEqual([
    "gbk.pdf pdf scanned - 1",
    "ucs2.pdf pdf scanned - 1",
    "korean.pdf pdf partly font-not-decoded 1",
  ]);
}, 300_000);

test("a PDF without text is unreadable and needs OCR, with some pages of pictures it is partly read", async () => {
  const text = [{ x: 10, y: 700, text: `tel ${first}` }];
  const result = await countBytes({
    "scan.pdf": buildPdf([IMAGE]),
    "mixed.pdf": buildPdf([text, IMAGE]),
    "blank.pdf": buildPdf([text, ""]),
  });
  expect(show(result)).toEqual([
    "scan.pdf pdf unreadable no-text-layer 0",
    "mixed.pdf pdf partly no-text-layer 1",
    "blank.pdf pdf scanned - 1",
  ]);
  expect(result.sources[0]?.problem?.en).toBe("1 pages of the PDF have no text layer (scanned); count with --ocr.");
}, 300_000);

test("an encrypted, damaged or cut off PDF is said to be so", async () => {
  const pdf = buildPdf([[{ x: 10, y: 700, text: `tel ${first}` }]]);
  const hex = "00".repeat(32);
  const trailer = `/ID[<${hex}><${hex}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${hex}>/U<${hex}>>>`;
  const evidence = {
    "secret.pdf": buildPdf([[{ x: 10, y: 700, text: "x" }]], { trailer }),
    "head.pdf": "%PDF-1.7\n",
    "cut.pdf": pdf.subarray(0, pdf.length - 6),
    "noise.pdf": Buffer.concat([
      Buffer.from("%PDF-1.7\n"),
      Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)),
    ]),
  };
  expect(show(await countBytes(evidence))).toEqual([
    "secret.pdf pdf unreadable encrypted 0",
    "head.pdf pdf unreadable document-damaged 0",
    "cut.pdf pdf partly document-damaged 1",
    "noise.pdf pdf unreadable document-damaged 0",
  ]);
}, 300_000);

test("pages that lead to themselves and text nested beyond measure end in a named problem", async () => {
  const loop = buildPdf([[{ x: 1, y: 1, text: "x" }]])
    .toString("latin1")
    .replace("/Kids[100 0 R]", "/Kids[2 0 R]");
  const deep = buildPdf([[{ x: 1, y: 1, text: "x" }]], { catalog: `/Deep ${"[".repeat(200_000)}` });
  const result = await countBytes({ "loop.pdf": Buffer.from(loop, "latin1"), "deep.pdf": deep });
  expect(result.sources.every(({ status, problem }) => status === "scanned" || problem !== null)).toBe(true);
  expect(result.sources[0]?.status).toBe("unreadable");
}, 300_000);

test("a count that reads a PDF can be stopped", async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const pdf = buildPdf([[{ x: 1, y: 1, text: "x" }]]);
  await expect(countBytes({ "a.pdf": pdf }, {}, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
}, 300_000);

test("a PDF on which no progress is made in time is given up", async () => {
  const ended: LeafReport[] = [];
  const sink = {
    begin: () => undefined,
    readBy: () => undefined,
    record: () => undefined,
    progress: () => undefined,
    end: (leaf: LeafReport) => void ended.push(leaf),
  };
  const scratch = await openScratch();
  const signal = new AbortController().signal;
  const context = {
    sink,
    scratch,
    signal,
    limits: SCAN_LIMITS,
    asContent: false,
    today: "2026-11-22",
    names: true,
    ocr: null,
    passwords: [],
  };
  await readPdf(sourceOfBytes("a.pdf", buildPdf([[{ x: 1, y: 1, text: "x" }]])), context, 1);
  expect(ended).toMatchObject([{ status: "unreadable", problem: { kind: "time-limit" } }]);
}, 300_000);

test("lines whose cells stand in columns are a table; other lines stay text as they are written", async () => {
  const row = (y: number, ...cells: string[]) => cells.map((text, at) => ({ x: 50 + at * 150 + (at % 2) * (y % 7), y, text }));
  const list = [row(700, "name", "mobile", "remark"), row(680, "Zhang", buildMobile(1), "x"), row(660, "Li Si", buildMobile(2), "y")];
  const text = [row(600, "tel", buildMobile(3)), [{ x: 50, y: 580, text: `one ${buildMobile(4)} and ${buildMobile(5)}` }]];
  const result = await countBytes({ "a.pdf": buildPdf([[...list, ...text].flat()]) });
  expect(show(result)).toEqual(["a.pdf pdf scanned - 5"]);
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["name name", "mobile mobile", "remark null"]);
}, 300_000);

test("three lines with as many cells, each above the other, are rows; a line that lacks a cell ends them", () => {
  const line = (...cells: readonly (readonly [string, number, number])[]) => ({
    text: cells.map(([text]) => text).join(" "),
    cells: cells.map(([text, from, to]) => ({ text, from, to })),
  });
  const rows = [line(["a", 0, 10], ["b", 50, 60]), line(["c", 2, 8], ["d", 40, 90]), line(["e", 0, 5], ["f", 55, 58])];
  expect(findPdfTables(rows)).toEqual([
    {
      rows: [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
    },
  ]);
  expect(findPdfTables(rows.slice(0, 2))).toEqual([{ line: "a b" }, { line: "c d" }]);
  expect(findPdfTables([...rows, line(["g", 0, 5])]).at(-1)).toEqual({ line: "g" });
  expect(findPdfTables([...rows, line(["g", 20, 30], ["h", 50, 60])]).at(-1)).toEqual({ line: "g h" });
});
