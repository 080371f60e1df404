import { expect, test } from "vitest";
import { findSources } from "#web/ledgers/find-sources.ts";

const sources = [
  { path: "甲.csv", status: "scanned" as const },
  { path: "BOOK.xlsx#Sheet1", status: "scanned" as const },
  { path: "book.pdf", status: "unreadable" as const },
  { path: "乙.csv", status: "partly" as const },
];
const paths = (words: string, status: string) => findSources(sources, words, status).map(({ source }) => source.path);

test("what could not be read stands before what was, each in the order of the evidence", () => {
  expect(paths("", "")).toEqual(["book.pdf", "乙.csv", "甲.csv", "BOOK.xlsx#Sheet1"]);
});

test("sources are found by a part of their path in any case, and by their state", () => {
  expect(paths(" Book", "")).toEqual(["book.pdf", "BOOK.xlsx#Sheet1"]);
  expect(paths("csv", "partly")).toEqual(["乙.csv"]);
  expect(paths("丙", "")).toEqual([]);
});
