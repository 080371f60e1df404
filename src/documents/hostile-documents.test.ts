import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { buildDoc, packOle } from "#scan/sources/doc.builder.ts";
import { buildPdf, encryptPdf } from "#scan/sources/pdf.builder.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const WORDS = "公诉机关指控：被告人出售公民个人信息62000余条。";
const read = (bytes: Buffer, path: string) =>
  readDocument(
    { path, size: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) },
    new AbortController().signal,
  );
const sentenceOf = (bytes: Buffer, path: string) =>
  read(bytes, path).then(
    () => "",
    (failure: unknown) => {
      if (!(failure instanceof Unreadable)) throw failure;
      expect(failure.problem.en).not.toBe("");
      return failure.problem.zh;
    },
  );
const docx = (...xml: readonly (string | Buffer)[]) =>
  buildZip([
    { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
    { name: "word/document.xml", bytes: Buffer.concat(xml.map((one) => Buffer.from(one))) },
  ]);
const OPEN = '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>';
const CLOSE = "</w:t></w:r></w:p></w:body></w:document>";
const pdf = (kids: string, more = "") =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count 1000000>>endobj\n${more}trailer<</Root 1 0 R>>\n%%EOF\n`,
  );

test.each([
  ["a DOCX that unpacks to 200 MB", "a.docx", () => docx(OPEN, Buffer.alloc(200e6, 65)), /^Word文档损坏，正文：应为完整的XML/],
  [
    "a DOCX of tables in tables",
    "a.docx",
    () => docx(OPEN.slice(0, 34), "<w:tbl><w:tr><w:tc>".repeat(300_000)),
    /^Word文档损坏，正文：.*过深/,
  ],
  ["a DOCX cut inside a tag", "a.docx", () => docx(OPEN, WORDS), /^Word文档损坏，正文：应为完整的XML/],
  ["a DOCX cut short", "a.docx", () => docx(OPEN, WORDS, CLOSE).subarray(0, 100), /^Word文档：末尾应有文件目录/],
  ["a PDF without its end", "a.pdf", () => Buffer.from("%PDF-1.4\n1 0 obj<<"), /^PDF文件：应有完整的目录和页面结构/],
  ["a PDF whose pages hold themselves", "a.pdf", () => pdf("2 0 R 2 0 R"), /没有文字层|损坏/],
  [
    "a PDF of a million pages that are one",
    "a.pdf",
    () => pdf("3 0 R ".repeat(1e6), "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"),
    /没有文字层|损坏/,
  ],
  ["an encrypted PDF", "a.pdf", () => encryptPdf(buildPdf([[{ x: 50, y: 700, text: "secret" }]]), "pw"), /已加密/],
  [
    "an old Word document that is none",
    "a.doc",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4000)]),
    /^旧版Word文档损坏/,
  ],
  ["an old Word document cut short", "a.doc", () => buildDoc([WORDS]).subarray(0, 2000), /^旧版Word文档损坏|文件不完整/],
  ["an encrypted old Word document", "a.doc", () => buildDoc([WORDS], { encrypted: true }), /^Word文档已加密，需要口令/],
  ["an encrypted DOCX", "a.docx", () => packOle({ EncryptedPackage: Buffer.alloc(5000) }), /^Word文档已加密，需要口令/],
  ["old sheets", "a.doc", () => packOle({ Workbook: Buffer.alloc(5000) }), /没有找到Word文档.*请另存为DOCX/],
  ["a picture", "a.png", () => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(4000)]), /实际是图片，不支持读取该格式/],
  ["bytes that are no text", "a.txt", () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), /二进制/],
])(
  "%s ends with a clear sentence",
  async (_name, path, build, words) => {
    expect(await sentenceOf(build(), path)).toMatch(words);
  },
  60_000,
);

test.each([
  ["UTF-16 without a mark, either way round", "a.txt", () => Buffer.from(WORDS.repeat(20), "utf16le").swap16(), WORDS.repeat(20)],
  ["NUL between the words", "a.txt", () => Buffer.from(`${WORDS}\0${WORDS}`), `${WORDS}\0${WORDS}`],
  ["signs that are not seen", "a.txt", () => Buffer.from("公民\u200b个人\u202e信息"), "公民\u200b个人\u202e信息"],
  ["a million tags that are not closed", "a.html", () => Buffer.from(`<html>${"<div>".repeat(1e6)}${WORDS}`), WORDS],
  ["entities that name entities", "a.docx", () => docx('<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>', OPEN, "&b;", CLOSE), "&b;"],
  ["a file named with quotes and an end of line", "\"甲\"\n'乙'.txt", () => Buffer.from(WORDS), WORDS],
  ["an empty file", "a.txt", () => Buffer.alloc(0), ""],
])(
  "%s are read as they are",
  async (_name, path, build, text) => {
    expect((await read(build(), path)).text).toBe(text);
  },
  60_000,
);

test("a table of a DOCX or a page is read row by row, its cells apart", async () => {
  const rows = `<w:tbl><w:tr>${["公民个人信息", "58600条"].map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr></w:tbl>`;
  const document = docx('<w:document xmlns:w="x"><w:body>', rows, "</w:body></w:document>");
  expect((await read(document, "a.docx")).text).toBe("公民个人信息\t58600条");
  const html = "<html><table><tr><td>公民个人信息</td><td>58600条</td></tr></table></html>";
  expect((await read(Buffer.from(html), "a.html")).text).toBe("公民个人信息\t58600条");
});
