import { expect, test } from "vitest";
import type { DraftChange, OfficeTerm } from "#lexicons/lexicons.contract.ts";
import { listTerms } from "#web/lexicons/list-terms.ts";

const term = (word: string, more: Partial<OfficeTerm> = {}): OfficeTerm => ({
  list: "conducts",
  value: "sell",
  term: word,
  slang: false,
  retired: false,
  since: null,
  author: "甲",
  on: "2026-11-25",
  reason: { zh: "因", en: "why" },
  figures: null,
  ...more,
});
const draft = (change: DraftChange["change"]): DraftChange => ({
  change,
  proposal: 1,
  author: "乙",
  authorId: "3f2b7c1e-0000-4000-8000-000000000001",
  on: "2026-11-25",
  at: "2026-11-25T01:00:00Z",
  reason: "黑话",
  misfit: null,
  mine: true,
});
const figures = (hits: number) => ({ hits, documents: 1, cases: 1, prompts: 0 });
const lexicon = {
  terms: [
    term("出售", { figures: figures(2) }),
    term("贩卖"),
    term("APP", { figures: figures(0), slang: true }),
    term("医院", { list: "industries", value: "medical", figures: figures(9) }),
  ],
  draft: [
    draft({ type: "add", list: "conducts", value: "sell", term: "走暗货", slang: true }),
    draft({ type: "retire", list: "conducts", value: "sell", term: "贩卖" }),
  ],
};
const wordsOf = (filter: Omit<Parameters<typeof listTerms>[1], "axis">) =>
  listTerms(lexicon, { axis: "crime", ...filter }).map((one) => one.term);

test("a draft's own terms come first, its changes stand at the terms they change, and another axis is another list", () => {
  const listed = listTerms(lexicon, { axis: "crime" });
  expect(listed.map((one) => [one.term, one.drafted, one.changes.length])).toEqual([
    ["走暗货", true, 1],
    ["出售", false, 0],
    ["贩卖", false, 1],
    ["APP", false, 0],
  ]);
  expect(listTerms(lexicon, { axis: "industry" }).map((one) => one.term)).toEqual(["医院"]);
});

test("by hits the most frequent come first and the unknown last, behind those with none", () => {
  expect(wordsOf({ order: "hits" })).toEqual(["走暗货", "出售", "APP", "贩卖"]);
});

test("filters: signs whatever their case, black talk, value, what the office changes", () => {
  expect(wordsOf({ query: "app" })).toEqual(["APP"]);
  expect(wordsOf({ slang: "1" })).toEqual(["走暗货", "APP"]);
  expect(wordsOf({ value: "conducts obtain" })).toEqual([]);
  expect(wordsOf({ office: "1" })).toEqual(["走暗货", "贩卖"]);
});
