import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";

const WORDS = "公诉机关指控：被告人出售公民个人信息62000余条。";
/** 公安局被告人 in GBK. */
const GBK = Buffer.from("b9abb0b2bed6b1bbb8e6c8cb", "hex");
const line = Buffer.from("\n");
const read = async (...parts: readonly (string | Buffer)[]) => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const source = { path: "a.txt", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { text, gaps } = await readDocument(source, new AbortController().signal);
  return { text, gaps: gaps.map(({ zh }) => zh) };
};

test("lines of GBK in a text of UTF-8 are read in their own encoding, and the gaps say that there are two", async () => {
  const { text, gaps } = await read(`${WORDS}\r\n`.repeat(5), GBK, line, WORDS);
  expect(text).toBe(`${`${WORDS}\n`.repeat(5)}公安局被告人\n${WORDS}`);
  expect(gaps).toEqual(["文件中混有两种编码：1行是GBK（GB18030），其余是UTF-8；已逐行按各自的编码读取。"]);
});

test("a line of UTF-8 in a text of GBK is found though it decodes in GBK as well", async () => {
  const utf8 = "被告人出售信息";
  const { text, gaps } = await read(...Array.from({ length: 40 }, () => [GBK, line]).flat(), utf8);
  expect(text).toBe(`${"公安局被告人\n".repeat(40)}${utf8}`);
  expect(gaps).toEqual(["文件中混有两种编码：1行是UTF-8，其余是GBK（GB18030）；已逐行按各自的编码读取。"]);
});

test("a text in one encoding has no gap, with a mark at its beginning too, and what decodes in none is counted", async () => {
  expect(await read(GBK, line, GBK)).toEqual({ text: "公安局被告人\n公安局被告人", gaps: [] });
  expect(await read("\uFEFF", WORDS)).toEqual({ text: WORDS, gaps: [] });
  const { text, gaps } = await read(`${WORDS}\n`.repeat(9), Buffer.of(0xff), "甲", Buffer.of(0xff));
  expect(text.split("\n").at(-1)).toBe("\uFFFD甲\uFFFD");
  expect(gaps).toEqual(["文本：各处字节应能按所用编码解读，实际有2处不能，以“\uFFFD”代替。"]);
});

test("signs that were lost before, and halves of a pair, are told with their number and keep every place", async () => {
  expect(await read("公民\uFFFD个人\uFFFD信息")).toEqual({
    text: "公民\uFFFD个人\uFFFD信息",
    gaps: ["文中有2个字符读不出，以“\uFFFD”代替。"],
  });
  const half = await read(Buffer.from("\uFEFF公民\uD83D个人信息😀", "utf16le"));
  expect(half).toEqual({ text: "公民\uFFFD个人信息😀", gaps: ["文中有1个字符读不出，以“\uFFFD”代替。"] });
});
