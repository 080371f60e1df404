import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { encodePng } from "#scan/sources/encode-png.ts";
import { joinGlyphs } from "#scan/sources/join-glyphs.ts";
import { openOcr, pixelsOf } from "#scan/sources/ocr.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";
import { buildPdfPicture, PICTURE_OF_LIST } from "#scan/sources/pictures.builder.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const show = ({ sources }: CountResult) =>
  sources.map(
    ({ path, format, status, problem, records, readBy }) =>
      `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records} ${readBy ?? "-"}`,
  );
const DOCX = buildZip([
  { name: "[Content_Types].xml", bytes: "<Types/>" },
  { name: "word/document.xml", bytes: `<w:p><w:r><w:t>手机${buildMobile(3)}</w:t></w:r></w:p>` },
  { name: "word/media/image1.png", bytes: PICTURE_OF_LIST },
]);
const { page, objects } = buildPdfPicture();
const EVIDENCE = {
  "a.png": PICTURE_OF_LIST,
  "b.zip": buildZip([{ name: "照片/c.png", bytes: PICTURE_OF_LIST }]),
  "d.docx": DOCX,
  "e.pdf": buildPdf([page, [{ x: 50, y: 700, text: `tel ${buildMobile(4)}` }]], { objects }),
  "f.gif": Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"),
  "g.png": PICTURE_OF_LIST.subarray(0, 400),
};

test("pictures, also in archives, documents and scanned pages, are read by OCR when it is asked for, and marked", async () => {
  const rows: SeizedCountRow[] = [];
  const result = await countBytes(EVIDENCE, { ocr: true }, { onRow: (row) => void rows.push(row) });
  expect(show(result)).toEqual([
    "a.png image scanned - 4 ocr",
    "b.zip!照片/c.png image scanned - 4 ocr",
    "d.docx docx scanned - 1 -",
    "d.docx!word/media/image1.png image scanned - 4 ocr",
    "e.pdf pdf scanned - 5 ocr",
    "f.gif image unreadable unsupported-format 0 -",
    "g.png image unreadable image-damaged 0 ocr",
  ]);
  expect(result.kinds.map(({ kind, valid, distinct }) => `${kind} ${valid} ${distinct}`)).toEqual([
    "resident-id 4 1",
    "mobile 10 4",
    "email 4 1",
    "name 8 2",
  ]);
  expect(result.tool.ocr).toMatch(/^tesseract\.js \d/);
  expect(result.options.ocr).toBe(true);
  const ofPdf = rows.filter(({ place }) => place.source === "e.pdf").map(({ readBy }) => readBy ?? "-");
  expect(ofPdf).toEqual(["ocr", "ocr", "ocr", "ocr", "-"]);
}, 120_000);

test("pictures in workbooks are sources of their own, pictures beside the text of a page are read with it", async () => {
  const picture = "xl/media/image1.png";
  const text = `BT /F1 12 Tf 1 0 0 1 50 700 Tm (tel ${buildMobile(4)}) Tj ET`;
  const invisible = text.replace("BT", "BT 3 Tr");
  const seal = "q 20 0 0 20 10 10 cm BI /W 20 /H 20 /BPC 8 /CS /G /F /AHx ID " + "ff".repeat(400) + "> EI Q";
  const evidence = {
    "a.xlsx": buildWorkbook([{ name: "客户", rows: [["手机号"], [buildMobile(5)]] }], {
      embedded: [{ name: picture, bytes: PICTURE_OF_LIST }],
    }),
    "b.pdf": buildPdf([`${text} ${page}`], { objects }),
    "c.pdf": buildPdf([`${invisible} ${page}`], { objects }),
    "d.pdf": buildPdf([`${text} ${seal}`]),
  };
  expect(show(await countBytes(evidence))).toEqual([
    "a.xlsx#客户 xlsx scanned - 1 -",
    `a.xlsx!${picture} image unreadable needs-ocr 0 -`,
    "b.pdf pdf partly pictures-need-ocr 1 -",
    "c.pdf pdf scanned - 1 -",
    "d.pdf pdf scanned - 1 -",
  ]);
  expect(show(await countBytes(evidence, { ocr: true }))).toEqual([
    "a.xlsx#客户 xlsx scanned - 1 -",
    `a.xlsx!${picture} image scanned - 4 ocr`,
    "b.pdf pdf scanned - 5 ocr",
    "c.pdf pdf scanned - 1 -",
    "d.pdf pdf scanned - 1 -",
  ]);
}, 120_000);

test("without --ocr a picture is unreadable and said how it can be read", async () => {
  const result = await countBytes(EVIDENCE);
  expect(show(result)).toEqual([
    "a.png image unreadable needs-ocr 0 -",
    "b.zip!照片/c.png image unreadable needs-ocr 0 -",
    "d.docx docx scanned - 1 -",
    "d.docx!word/media/image1.png image unreadable needs-ocr 0 -",
    "e.pdf pdf partly no-text-layer 1 -",
    "f.gif image unreadable unsupported-format 0 -",
    "g.png image unreadable needs-ocr 0 -",
  ]);
  expect(result.sources[0]?.problem?.zh).toContain("--ocr");
  expect(result.tool.ocr).toBeUndefined();
}, 120_000);

test("the space OCR leaves between Chinese glyphs goes, those beside letters, digits and columns stay", () => {
  expect(joinGlyphs("张 三 手 机 号 13910000001")).toBe("张三手机号 13910000001");
  expect(joinGlyphs("姓 名   手 机 号 ， 邮 箱 a b")).toBe("姓名   手机号，邮箱 a b");
}, 120_000);

test("a picture of too many points, by its head, is not given to the engine", async () => {
  const huge = Buffer.from(PICTURE_OF_LIST);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(show(await countBytes({ "h.png": huge }, { ocr: true }))).toEqual(["h.png image unreadable image-too-large 0 ocr"]);
  expect(pixelsOf(Buffer.from("ffd8ffe000040000ffc0001108006400c8", "hex"))).toBe(100 * 200);
}, 120_000);

test("a picture that takes too long is given up, the next one is read", async () => {
  const ocr = openOcr(new AbortController().signal, 1);
  await expect(ocr.read(PICTURE_OF_LIST)).rejects.toMatchObject({ problem: { kind: "time-limit" } });
  await ocr.close();
  const other = openOcr(new AbortController().signal);
  await expect(other.read(Buffer.from("no picture"))).rejects.toMatchObject({ problem: { kind: "image-damaged" } });
  expect((await other.read(PICTURE_OF_LIST)).join("\n")).toContain(buildResidentId(901));
  await other.close();
}, 120_000);

test("points become a PNG that is read again; what shines through is laid on white", () => {
  const png = encodePng({ data: Uint8Array.from([255, 0, 0, 255, 0, 0, 0, 0]), width: 2, height: 1, bits: 32 });
  expect(png.toString("latin1", 1, 4)).toBe("PNG");
  expect(pixelsOf(png)).toBe(2);
  expect(pixelsOf(encodePng({ data: new Uint8Array(100), width: 10, height: 10, bits: 1 }))).toBe(100);
}, 120_000);
