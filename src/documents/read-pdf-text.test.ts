import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { buildPdf } from "#scan/sources/pdf.builder.ts";

test("a PDF is read as its own words, page by page", async () => {
  const bytes = buildPdf([[{ x: 50, y: 700, text: "first page" }], [{ x: 50, y: 700, text: "second page" }]]);
  const source = { path: "a.pdf", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { text, pages } = await readDocument(source, new AbortController().signal);
  expect(text).toBe("first page\nsecond page\n");
  expect(pages).toEqual([0, "first page\n".length]);
});
