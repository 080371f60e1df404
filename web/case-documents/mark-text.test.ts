import { expect, test } from "vitest";
import type { DocumentFact } from "#case-documents/case-documents.contract.ts";
import { factsOfPage, markText, pageOf } from "#web/case-documents/mark-text.ts";

const fact = (key: string, ...places: readonly (readonly [number, number])[]): DocumentFact => ({
  key,
  kind: "conduct",
  value: key,
  qualifier: null,
  number: null,
  unit: null,
  approximate: false,
  basis: [],
  words: "",
  sentence: "",
  decided: null,
  places: places.map(([from, to]) => ({ from, to, sentence: { from, to }, speaker: "court" as const })),
});

test("a page is cut at its facts, and the stretches joined are the page", () => {
  const page = { begins: 10, text: "甲乙丙丁戊" };
  const stretches = markText(page, [fact("a", [11, 13]), fact("b", [12, 14])]);
  expect(stretches.map(({ text, fact: of }) => [text, of?.key ?? null])).toEqual([
    ["甲", null],
    ["乙", "a"],
    ["丙", "a"],
    ["丁", "b"],
    ["戊", null],
  ]);
  expect(stretches.map(({ text }) => text).join("")).toBe(page.text);
});

test("where facts lie over each other the shortest is marked, and what crosses the end of a page is cut there", () => {
  const page = { begins: 0, text: "甲乙丙丁" };
  const stretches = markText(page, [fact("long", [0, 9]), fact("short", [1, 2])]);
  expect(stretches.map(({ text, fact: of }) => [text, of?.key])).toEqual([
    ["甲", "long"],
    ["乙", "short"],
    ["丙丁", "long"],
  ]);
});

test("a fact stands beside the page it begins on, further places are marked where they are", () => {
  const twice = fact("a", [1, 2], [7, 8]);
  expect(factsOfPage({ begins: 0, text: "甲乙丙丁戊" }, [twice])).toEqual([twice]);
  expect(factsOfPage({ begins: 5, text: "甲乙丙丁戊" }, [twice])).toEqual([]);
  expect(markText({ begins: 5, text: "甲乙丙丁戊" }, [twice]).filter(({ fact: of }) => of !== null)).toMatchObject([{ from: 7, place: 1 }]);
});

test("the page of a place is the last that begins before it", () => {
  expect([0, 4, 5, 99].map((at) => pageOf([0, 5, 10], at))).toEqual([1, 1, 2, 3]);
  expect(pageOf([], 3)).toBe(1);
});
