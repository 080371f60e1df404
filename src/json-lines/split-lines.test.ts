import { expect, test } from "vitest";
import { splitLines } from "#json-lines/split-lines.ts";

test("lines come one by one from any cut, long ones without their content", async () => {
  const text = `\uFEFF{"id":1}\r\n\n${"长".repeat(40)}\n{"id":3}`;
  const bytes = Buffer.from(text);
  for (const size of [1, 2, 7, 1000]) {
    const parts = (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })();
    const lines = [];
    for await (const line of splitLines(parts, 60)) lines.push(line);
    expect(lines).toEqual([
      { number: 1, content: '{"id":1}', from: 0, to: 13 },
      { number: 2, content: "", from: 13, to: 14 },
      { number: 3, content: null, from: 14, to: 135 },
      { number: 4, content: '{"id":3}', from: 135, to: 143 },
    ]);
  }
});

test("U+2028 and U+2029 inside a text do not end its line, nor does a lone carriage return", async () => {
  const parts = (async function* () {
    yield '{"id":"甲","text":"一\u2028二\u2029三"}\r\n{"id":"乙"}\r';
  })();
  const lines = [];
  for await (const line of splitLines(parts, 1000)) lines.push(line);
  expect(lines).toEqual([
    { number: 1, content: '{"id":"甲","text":"一\u2028二\u2029三"}', from: 0, to: 39 },
    { number: 2, content: '{"id":"乙"}', from: 39, to: 52 },
  ]);
});

test("a stream that begins behind a line goes on with its number and its place", async () => {
  const rest = (async function* () {
    yield '{"id":2}\n{"id":3}';
  })();
  const lines = [];
  for await (const line of splitLines(rest, 1000, { number: 2, at: 9 })) lines.push(line);
  expect(lines.map(({ number, from, to }) => [number, from, to])).toEqual([
    [2, 9, 18],
    [3, 18, 26],
  ]);
});
