import fc from "fast-check";
import { expect, test } from "vitest";
import type { ByteSource } from "#scan/byte-source.ts";
import { offsetOfLine, readBlocks } from "#scan/sources/read-blocks.ts";

const signal = new AbortController().signal;

/** A source that gives few bytes a read, so that lines lie across reads. */
function inPieces(bytes: Buffer, piece: number): ByteSource {
  return { path: "a", size: bytes.length, read: async (offset) => bytes.subarray(offset, offset + piece) };
}

test("blocks are the text again, end with whole lines and never tear CR LF apart", async () => {
  const line = fc.tuple(fc.string({ unit: fc.constantFrom("a", "中", "1"), maxLength: 9 }), fc.constantFrom("\n", "\r\n", "\r"));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 2, max: 17 }), fc.boolean(), async (lines, piece, isWide) => {
      const text = lines.flat().join("");
      const bytes = Buffer.from(text, isWide ? "utf16le" : "utf8");
      const read: Buffer[] = [];
      let at = 0;
      for await (const block of readBlocks(inPieces(bytes, piece), isWide ? "utf-16le" : "utf-8", 0, signal)) {
        expect(block.offset).toBe(at);
        at += block.bytes.length;
        if (!block.last) expect(block.bytes.toString(isWide ? "utf16le" : "utf8")).toMatch(/[\r\n]$/);
        if (bytes[at - 1] === 13 && bytes[at] === 10) throw new Error("CR LF torn apart");
        read.push(block.bytes);
      }
      expect(Buffer.concat(read).equals(bytes)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("a line beyond the limit is cut, the rest of it is skipped and counted", async () => {
  const bytes = Buffer.from(`ab\n${"x".repeat(100)}\ncd\n`);
  const blocks = [];
  for await (const block of readBlocks(inPieces(bytes, 10), "utf-8", 0, signal, 30)) blocks.push(block);
  const read = blocks.reduce((sum, block) => sum + block.bytes.length, 0);
  const skipped = blocks.reduce((sum, block) => sum + block.skipped, 0);
  expect(read + skipped).toBe(bytes.length);
  expect(skipped).toBeGreaterThan(50);
  expect(blocks.at(-1)?.bytes.toString()).toMatch(/cd\n$/);
  for (const { bytes: own, offset } of blocks) expect(bytes.subarray(offset, offset + own.length).equals(own)).toBe(true);
});

test("the place of a line in decoded text leads back to its byte", () => {
  const text = "中文\r\n第二行\n3";
  expect(offsetOfLine(Buffer.from(text), "utf-8", text, text.indexOf("第"))).toBe(Buffer.byteLength("中文\r\n"));
  expect(offsetOfLine(Buffer.from(text, "utf16le"), "utf-16le", text, text.indexOf("3"))).toBe(2 * text.indexOf("3"));
});
