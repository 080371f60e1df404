import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { readPdfText } from "#documents/read-pdf-text.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";

test("a PDF is read as its own words, page by page", async () => {
  const bytes = buildPdf([[{ x: 50, y: 700, text: "first page" }], [{ x: 50, y: 700, text: "second page" }]]);
  const source = { path: "a.pdf", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { text, pages } = await readDocument(source, new AbortController().signal);
  expect(text).toBe("first page\nsecond page\n");
  expect(pages).toEqual([0, "first page\n".length]);
});

test.each([
  ["memory of buffers and heap together", { heap: 384, memory: 1, patience: 60_000 }, /内存应不超过1MB，实际内存超过上限/],
  ["time for a page", { heap: 384, patience: 1 }, /应在0.001秒内.*实际超过时限/],
  ["time for the whole", { heap: 384, patience: 60_000, whole: 2 }, /应在0.002秒内.*实际超过时限/],
])("a PDF that goes beyond its %s ends with a sentence that says so", async (_name, limits, words) => {
  const bytes = buildPdf(Array.from({ length: 3000 }, (_, at) => [{ x: 50, y: 700, text: `page ${at}` }]));
  const source = { path: "a.pdf", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  await expect(readPdfText(source, new AbortController().signal, undefined, limits)).rejects.toMatchObject({
    problem: { zh: expect.stringMatching(words) },
  });
});

test("ligatures are read as the letters they stand for", async () => {
  const encoding = "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>";
  const objects = `10 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica${encoding}>>endobj\n`;
  const bytes = buildPdf(["BT /F2 12 Tf 50 700 Td (of\\001ce \\002ow) Tj ET"], { objects });
  const source = { path: "a.pdf", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  expect((await readDocument(source, new AbortController().signal)).text).toBe("office flow\n");
});
