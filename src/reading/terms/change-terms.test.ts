import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import {
  applyChanges,
  changeTerms,
  LexiconOverlay,
  normaliseTerm,
  overlayLexicon,
  startTerms,
  type TermChange,
  valuesOf,
} from "#reading/terms/change-terms.ts";
import { countTerms } from "#reading/terms/count-terms.ts";
import { buildLexicon, keyOfTerm } from "#reading/terms/lexicon.ts";

const shipped = loadKnowledge().lexicon;
const small = buildLexicon([
  {
    axis: "crime",
    version: "2026-01-01",
    author: "甲",
    note: { zh: "记", en: "note" },
    reason: { zh: "因", en: "why" },
    entries: [],
    groups: [],
    conducts: [
      { value: "sell", terms: ["出售", "出售"], slang: ["出料"] },
      { value: "obtain", terms: ["购买"], slang: [] },
    ],
    downstream: [],
  },
]);
const signed = (change: TermChange) => ({ change, author: "乙", on: "2026-11-25", reason: "新黑话" });
const at = { list: "conducts" as const, value: "sell" };
const change = (one: TermChange, terms = startTerms(small.terms)) => changeTerms(terms, signed(one), valuesOf(small.terms));
const misfitOf = (one: TermChange) => {
  const changed = change(one);
  return changed.ok ? "fits" : changed.misfit;
};

test("a term that stands twice for one value counts once, and each tells who, when and why", () => {
  expect(small.terms.map(({ term }) => term)).toEqual(["出售", "出料", "购买"]);
  expect(small.terms[0]).toMatchObject({ author: "甲", on: "2026-01-01", reason: { zh: "因", en: "why" } });
  expect(new Set(shipped.terms.map(keyOfTerm)).size).toBe(shipped.terms.length);
});

test("what does not fit is told apart: a term there already under any value, an unknown value, a term that is not there, nothing changed", () => {
  expect(misfitOf({ type: "add", ...at, term: "购买", slang: false })).toEqual({ kind: "exists", value: "obtain" });
  expect(misfitOf({ type: "add", ...at, value: "gamble", term: "跑分", slang: false })).toEqual({ kind: "unknown-value" });
  expect(misfitOf({ type: "retire", ...at, term: "没有" })).toEqual({ kind: "unknown-term" });
  expect(misfitOf({ type: "mark", ...at, term: "出料", slang: true })).toEqual({ kind: "no-change" });
  expect(misfitOf({ type: "restore", ...at, term: "出料" })).toEqual({ kind: "not-retired" });
  expect(misfitOf({ type: "move", ...at, term: "出料", to: "sell" })).toEqual({ kind: "no-change" });
  expect(misfitOf({ type: "move", ...at, term: "出料", to: "gamble" })).toEqual({ kind: "unknown-value" });
});

test("a term retired is not read, cannot be added again, and comes back restored by whoever restored it", () => {
  const retired = change({ type: "retire", ...at, term: "出料" });
  if (!retired.ok) throw new Error("it fits");
  const again = change({ type: "add", ...at, term: "出料", slang: true }, retired.terms);
  expect(again).toEqual({ ok: false, misfit: { kind: "retired" } });
  const restored = change({ type: "restore", ...at, term: "出料" }, retired.terms);
  expect(restored.ok && restored.terms.get(keyOfTerm({ ...at, term: "出料" }))).toMatchObject({
    retired: false,
    author: "乙",
    slang: true,
  });
});

test("a moved term stands under the new value alone", () => {
  const moved = change({ type: "move", ...at, term: "出料", to: "obtain" });
  if (!moved.ok) throw new Error("it fits");
  const found = [...moved.terms.values()].filter(({ term }) => term === "出料");
  expect(found).toEqual([expect.objectContaining({ value: "obtain", slang: true, author: "乙" })]);
});

test("a reading with an office's lexicon finds what the shipped one does not, and names the version", () => {
  const text = "经审理查明：被告人张某某在群内走暗货，将客户信息5000条走暗货给他人，用于电话推销。";
  const overlay = { office: "340100", version: 3, changes: [signed({ type: "add", ...at, term: "走暗货", slang: true })] };
  const lexicon = overlayLexicon(shipped, overlay);
  expect(lexicon.version).toBe(`${shipped.version}; 340100 v3`);
  expect(lexicon.changes).toBe(3);
  expect(readText(text, loadKnowledge()).conducts).not.toContain("sell");
  const answer = readText(text, { ...loadKnowledge(), lexicon });
  expect(answer.conducts).toContain("sell");
  expect(countTerms(text, lexicon, answer.clues)).toContainEqual(expect.objectContaining({ list: "conducts", term: "走暗货", hits: 2 }));
  expect(overlayLexicon(shipped, { ...overlay, version: 0 })).toBe(shipped);
});

test("every term and axis that ships tells its ground in Chinese and in English", () => {
  for (const { term, reason } of shipped.terms) {
    expect(reason.zh, term).toMatch(/\p{Script=Han}/u);
    expect(reason.en, term).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(Object.keys(shipped.notes).sort()).toEqual(["crime", "field", "industry"]);
  for (const note of Object.values(shipped.notes))
    expect([note.zh, note.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[\x20-\x7e]+$/)]);
});

test("a file exported while the grounds of the shipped terms were Chinese alone is read as before, its reasons in the words of their author", () => {
  const file = `office: "340100"
version: 2
shipped: crime 2026-11-25, field 2026-11-25, industry 2026-11-25
changes:
  - change: { type: add, list: conducts, value: sell, term: 走暗货, slang: true }
    author: 乙
    on: "2026-11-24"
    reason: 办案中发现
    proposal: 1
`;
  const overlay = LexiconOverlay.parse(parse(file));
  const lexicon = overlayLexicon(shipped, overlay);
  expect(lexicon.terms.find(({ term }) => term === "走暗货")?.reason).toEqual({ zh: "办案中发现", en: "办案中发现" });
  expect(lexicon.notes).toBe(shipped.notes);
});

test("a change that a release has made itself meanwhile changes nothing", () => {
  const twice = applyChanges(small.terms, [signed({ type: "add", ...at, term: "出料", slang: true })]);
  expect(twice.get(keyOfTerm({ ...at, term: "出料" }))?.author).toBe("甲");
});

test.each([
  [" 出 料\n", "出料"],
  ["Ｄ Ｐ Ｉ", "DPI"],
  ["出\u200b料", "出料"],
  ["有毒、有害食品", "有毒、有害食品"],
])("%j is kept as %j", (raw, kept) => {
  expect(normaliseTerm(raw)).toBe(kept);
  expect(normaliseTerm(normaliseTerm(raw))).toBe(kept);
});

test("a clue counts for the very word it rests on, in the list its sign is read from, once a clue", () => {
  const text = "出售了料子。料子";
  const lexicon = buildLexicon([
    {
      axis: "field",
      version: "1",
      author: "甲",
      note: { zh: "记", en: "note" },
      reason: { zh: "因", en: "why" },
      entries: [{ value: "personal-information", terms: [], slang: ["料子"] }],
      groups: [],
      conducts: [],
      downstream: [],
    },
    {
      axis: "crime",
      version: "1",
      author: "甲",
      note: { zh: "记", en: "note" },
      reason: { zh: "因", en: "why" },
      entries: [],
      groups: [],
      conducts: [{ value: "sell", terms: ["出售", "料子"], slang: [] }],
      downstream: [],
    },
  ]);
  const reason = (sign: string, from: number, to: number) => ({ term: "x", sign, weight: 0.1, from, to });
  const clue = {
    track: "criminal" as const,
    field: "f",
    score: 0.5,
    reasons: [reason("black-talk", 3, 5), reason("data-words-once", 6, 8), reason("object-of-the-act", 0, 5)],
  };
  expect(countTerms(text, lexicon, [clue])).toEqual([
    { list: "fields", term: "料子", hits: 2, clues: 1 },
    { list: "conducts", term: "料子", hits: 2, clues: 0 },
    { list: "conducts", term: "出售", hits: 1, clues: 0 },
  ]);
});
