import fc from "fast-check";
import { expect, test } from "vitest";
import { isOfList } from "#documents/document-sentences.builder.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { DocumentRefused } from "#documents/refuse-document.ts";
import { buildDoc } from "#scan/sources/doc.builder.ts";
import { buildPdf, encryptPdf } from "#scan/sources/pdf.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const WORDS = "公诉机关指控：被告人出售公民个人信息62000余条，违法所得三万元。\n";
const BODY = `<w:document xmlns:w="x"><w:body>${`<w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p>`.repeat(8)}</w:body></w:document>`;
const NOTES = `<w:footnotes xmlns:w="x"><w:p><w:r><w:t>系去重后。</w:t></w:r><w:del><w:r><w:delText>五万</w:delText></w:r></w:del></w:p></w:footnotes>`;
const pdf = buildPdf(Array.from({ length: 3 }, (_, at) => [{ x: 50, y: 700, text: `page ${at} of the indictment` }]));
/** 公安局被告人 in GBK. */
const GBK = Buffer.from("b9abb0b2bed6b1bbb8e6c8cb0a", "hex");

const SAMPLES: readonly (readonly [string, Buffer])[] = [
  [
    "a.docx",
    buildZip([
      { name: "[Content_Types].xml", bytes: "<Types/>" },
      { name: "word/document.xml", bytes: BODY },
      { name: "word/footnotes.xml", bytes: NOTES },
    ]),
  ],
  ["a.doc", buildDoc([WORDS.repeat(3), "58600", `条。\r${WORDS}`], { deleted: [1] })],
  ["a.html", Buffer.from(`<html><body>${`<p>${WORDS}</p>`.repeat(9)}<table><tr><td>条数</td><td>58600</td></tr></table></body></html>`)],
  ["a.txt", Buffer.from(WORDS.repeat(9))],
  ["a.txt", Buffer.concat(Array.from({ length: 30 }, () => GBK))],
  ["a.txt", Buffer.from(`\uFEFF${WORDS.repeat(9)}`, "utf16le")],
  ["a.zip", buildZip([{ name: "卷一/起诉书.txt", bytes: WORDS.repeat(9) }])],
];
const PDFS: readonly (readonly [string, Buffer])[] = [
  ["a.pdf", pdf],
  ["a.pdf", encryptPdf(pdf, "pw")],
];

type Damage = { readonly kind: "cut" | "flip" | "blank" | "insert"; readonly at: number; readonly many: number };
const arbitraryDamage = fc.record<Damage>({
  kind: fc.constantFrom("cut", "flip", "flip", "blank", "insert"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  many: fc.integer({ min: 1, max: 64 }),
});
const arbitrarySpoilt = (samples: typeof SAMPLES) =>
  fc.record({ at: fc.nat({ max: samples.length - 1 }), damage: fc.array(arbitraryDamage, { minLength: 1, maxLength: 4 }) });

function spoil(whole: Buffer, damage: readonly Damage[]): Buffer {
  return damage.reduce((bytes, { kind, at, many }) => {
    const place = Math.min(bytes.length, Math.floor(at * bytes.length));
    if (kind === "cut") return bytes.subarray(0, place);
    if (kind === "insert") return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(many, many), bytes.subarray(place)]);
    const changed = Buffer.from(bytes);
    if (kind === "blank") changed.fill(0, place, Math.min(changed.length, place + many));
    else if (place < changed.length) changed[place] = (changed[place] ?? 0) ^ (1 << (many % 8));
    return changed;
  }, whole);
}

async function judge([path, whole]: readonly [string, Buffer] = ["", Buffer.alloc(0)], damage: readonly Damage[] = []): Promise<void> {
  const bytes = spoil(whole, damage);
  const source = { path, size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const told = await readDocument(source, new AbortController().signal).then(
    ({ gaps }) => gaps,
    (failure: unknown) => {
      if (failure instanceof DocumentRefused) return [failure.problem];
      throw failure;
    },
  );
  for (const sentence of told) if (!isOfList(sentence)) expect.fail(`not of the list: ${sentence.zh} / ${sentence.en}`);
}

test("however a document is spoilt, it is read or ends with a sentence of our own list in both languages, and so does every gap", async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySpoilt(SAMPLES), ({ at, damage }) => judge(SAMPLES[at], damage)),
    { seed: 20261125, numRuns: 3000, endOnFailure: true },
  );
}, 60_000);

test("however a PDF is spoilt, it is read or ends with a sentence of our own list", async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySpoilt(PDFS), ({ at, damage }) => judge(PDFS[at], damage)),
    { seed: 20261125, numRuns: 60, endOnFailure: true },
  );
}, 120_000);

test("the list knows its own sentences and takes no other: not a name of a class, not a message of a library", () => {
  expect(
    isOfList({
      zh: "PDF第3页：应有可以解析的页面内容，实际已损坏，该页没有读入。",
      en: "Page 3 of the PDF: content that can be parsed was expected, it is damaged; the page was left out.",
    }),
  ).toBe(true);
  expect(isOfList({ zh: "文档损坏，无法完整读取（InvalidPDFException: Invalid PDF structure.）。", en: "The document is damaged." })).toBe(
    false,
  );
  expect(isOfList({ zh: "Word文档损坏，{part}", en: "" })).toBe(false);
});
