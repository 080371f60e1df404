import { expect, test } from "vitest";
import { openPart, openParts } from "#case-documents/open-parts.query.ts";
import { DocumentRefused } from "#documents/refuse-document.ts";

test("a line of a JSONL with signs that were lost keeps every place and says how many they are; halves of a pair are refused", async () => {
  const bytes = Buffer.from('{"id": 1, "text": "被告人\uFFFD出售信息"}\n{"id": 2, "text": "完整😀"}\n{"id": 3, "text": "半\\ud83d个"}\n');
  const source = { path: "a.jsonl", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { signal } = new AbortController();
  const read: unknown[] = [];
  for await (const part of openParts(source, { part: 1, done: 0 }, signal)) {
    const opened = await part.open(signal).catch((failure: unknown) => failure);
    if (opened instanceof DocumentRefused) {
      read.push(opened.problem.zh);
      continue;
    }
    expect(opened).toEqual(await openPart(source, part, signal));
    const { text, gaps } = await openPart(source, part, signal);
    read.push([text, gaps.map(({ zh }) => zh)]);
  }
  expect(read).toEqual([
    ["被告人\uFFFD出售信息", ["文中有1个字符读不出，以“\uFFFD”代替。"]],
    ["完整😀", []],
    expect.stringContaining("残缺字符"),
  ]);
});
