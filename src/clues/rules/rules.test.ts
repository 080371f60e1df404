import { expect, test } from "vitest";
import { tellOutcome } from "#clues/clue.ts";
import { type ClueContent, ClueStatus } from "#clues/clues.contract.ts";
import { hideSmallTerms } from "#clues/rules/hide-small-terms.ts";
import { reckonRule } from "#clues/rules/reckon-rule.ts";
import { restsOnRetired } from "#clues/rules/rests-on-retired.ts";
import { RULE_WORDS, RULES_AGAINST, RULES_OF_WORDS, ruleOf, wordsMatched } from "#clues/rules/rule-words.data.ts";
import { SIGNS } from "#reading/clues/find-signs.ts";

const decided = (confirmed: number, falsely: number) =>
  reckonRule(
    [
      { outcome: "confirmed", code: "", many: confirmed },
      { outcome: "dismissed", code: "no-personal-information", many: falsely },
    ],
    true,
  );

test("nineteen decided are too few to say; from twenty on a rule is noisy when its upper bound lies under the half", () => {
  expect(decided(0, 19).verdict).toBe("too-few");
  expect(decided(0, 20).verdict).toBe("noisy");
  // Clopper and Pearson at 95 %: 5 of 20 reach 0.4911, 6 of 20 reach 0.5428
  expect(decided(5, 15)).toMatchObject({ verdict: "noisy", precision: { share: 0.25, upper: expect.closeTo(0.4911, 3) } });
  expect(decided(6, 14)).toMatchObject({ verdict: "not-noisy", precision: { upper: expect.closeTo(0.5428, 3) } });
});

test("nothing decided has no precision, and no prompt has no conversion", () => {
  expect(reckonRule([], true)).toMatchObject({ prompts: 0, precision: null, conversion: null, verdict: "too-few" });
  expect(reckonRule([{ outcome: "waiting", code: "", many: 3 }], true)).toMatchObject({ precision: null, conversion: 0 });
});

test("already handled, a duplicate and no jurisdiction are counted apart, with their codes", () => {
  const figures = reckonRule(
    [
      { outcome: "accepted", code: "", many: 2 },
      { outcome: "dismissed", code: "duplicate", many: 3 },
      { outcome: "dismissed", code: "other", many: 1 },
    ],
    true,
  );
  expect(figures).toMatchObject({ prompts: 6, confirmed: 2, accepted: 2, falsely: 1, apart: 3, decided: 3, conversion: 1 / 3 });
  expect(figures.reasons).toEqual([
    { code: "duplicate", many: 3, against: false },
    { code: "other", many: 1, against: true },
  ]);
});

test("every sign of the reading has a name in both languages, and the sets name only rules there are", () => {
  for (const sign of [...SIGNS, "supervision", "gap-of-a-unit", "crime-named", "crime-by-number", "fraud-without-source"])
    expect(RULE_WORDS[sign]?.en, sign).toMatch(/\w/);
  for (const rule of [...RULES_AGAINST, ...RULES_OF_WORDS]) expect(RULE_WORDS[rule], rule).toBeDefined();
});

test("a sentence from before rules had names tells its rule by its first words", () => {
  expect(ruleOf({ rule: null, term: "写到个人信息：公民个人信息" })).toBe("data-words-once");
  expect(wordsMatched({ rule: null, term: "写到个人信息：公民个人信息" })).toBe("公民个人信息");
  expect(ruleOf({ rule: null, term: "电信网络诈骗，未写明个人信息来源" })).toBe("fraud-without-source");
  expect(ruleOf({ rule: null, term: "站点员工" })).toBeNull();
  expect(wordsMatched({ rule: "insider", term: "利用工作便利" })).toBe("利用工作便利");
});

test("a prompt rests on retired rules only when every rule that speaks for it is retired", () => {
  const resting = (...rules: (string | null)[]): Pick<ClueContent, "sentences"> => ({
    sentences: rules.map((rule) => ({ document: null, documentId: null, text: "甲", from: 0, to: 1, rule, term: null, weight: null })),
  });
  const retired = new Set(["fraud-without-source", "insider"]);
  expect(restsOnRetired(resting("fraud-without-source"), retired)).toEqual(["fraud-without-source"]);
  expect(restsOnRetired(resting("insider", "few-items", "insider"), retired)).toEqual(["insider"]);
  expect(restsOnRetired(resting("insider", "items-500"), retired)).toBeNull();
  expect(restsOnRetired(resting(null), retired)).toBeNull();
  expect(restsOnRetired(resting("insider"), new Set())).toBeNull();
});

test("a prompt that was taken as a clue counts as confirmed wherever it lies, until it is dismissed; a clue by hand counts nowhere", () => {
  const outcomes = ClueStatus.options.map((status) => [status, tellOutcome({ promptedBy: "990101", status })]);
  expect(Object.fromEntries(outcomes)).toEqual({
    prompted: "waiting",
    queued: "confirmed",
    held: "confirmed",
    accepted: "accepted",
    dismissed: "dismissed",
    merged: "confirmed",
    split: "confirmed",
    transferred: "confirmed",
  });
  expect(tellOutcome({ promptedBy: null, status: "accepted" })).toBeNull();
});

const word = (term: string, confirmed: number, falsely = 0) => [
  { term, outcome: "confirmed" as const, code: "", many: confirmed },
  { term, outcome: "dismissed" as const, code: "other", many: falsely },
];

test("words over several offices: a small one is hidden, and another with it until the total gives none away", () => {
  const offices = new Map([
    ["料", 3],
    ["出料", 2],
    ["走料", 1],
  ]);
  const told = hideSmallTerms([...word("料", 30, 10), ...word("出料", 9), ...word("走料", 3)], offices, 52, 5);
  expect(told).toMatchObject([
    { term: "料", prompts: 40, hidden: null, offices: 3, precision: { share: 0.75 } },
    { term: "出料", prompts: null, hidden: "complementary", offices: null, precision: null },
    { term: "走料", prompts: null, hidden: "small" },
  ]);
});

test("words over several offices: nothing is hidden where nothing is small; under the threshold decided there is no precision", () => {
  const waiting = { term: "出料", outcome: "waiting" as const, code: "", many: 6 };
  const told = hideSmallTerms([...word("料", 30), waiting, ...word("出料", 3)], new Map(), 44, 5);
  expect(told).toMatchObject([
    { term: "料", prompts: 30, hidden: null },
    { term: "出料", prompts: 9, hidden: null, precision: null },
    { term: null, prompts: 5, hidden: null },
  ]);
});

test("words over several offices: a single small word cannot hide behind a total that is shown, so that no row tells", () => {
  const alone = hideSmallTerms(word("料", 3), new Map([["料", 2]]), 3, 5);
  expect(alone.map(({ term, prompts }) => [term, prompts])).toEqual([
    ["料", null],
    [null, null],
  ]);
  const told = hideSmallTerms([...word("料", 3), ...word("出料", 4)], new Map(), 7, 5);
  expect(told.every(({ prompts, precision }) => prompts === null && precision === null)).toBe(true);
});
