import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreSigns } from "#reading/clues/score-signs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import { buildAutomaton } from "#reading/terms/build-automaton.ts";

const knowledge = loadKnowledge();

/** Pieces judgments are made of, in any order, with signs of two code units and broken ones between. */
const piece = fc.constantFrom(
  "经审理查明，",
  "公诉机关指控，",
  "本院认为，",
  "辩护人提出，",
  "被告人王某利用担任某医院护士的职务便利，",
  "非法获取公民个人信息",
  "6000余条",
  "二万三千条",
  "出售给他人，",
  "违法所得人民币5.2万元",
  "情节特别严重，",
  "构成侵犯公民个人信息罪。",
  "依照《中华人民共和国刑法》第二百五十三条之一第一、三款、第六十七条",
  "判决如下：",
  "书记员某某 附：相关法律条文",
  "学生信息",
  "用于电信诈骗",
  "卖给李某某等5人，",
  "向“蓝天”提供",
  "行踪轨迹信息",
  "在云岭市青石区",
  "云岭县人民法院",
  "退缴人民币300元",
  "2015年10月31日，",
  "😀",
  "𠮷",
  "\ud83d",
  "\n",
  "。",
  "，",
  "1,234",
);
const documents = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("every value stands where it says", () => {
  test("places lie in the text and hold what was read", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const answer = readText(text, knowledge);
        const places = [
          ...answer.items,
          ...answer.citations,
          ...answer.mentions,
          ...answer.recipients,
          ...answer.leakSources,
          ...answer.sensitive,
          ...answer.places,
          ...answer.sums,
          ...answer.dates,
          ...answer.chargeNames,
          ...answer.clues.flatMap(({ reasons }) => reasons),
          ...[answer.gains, answer.insider, answer.band].filter((one) => one !== null),
        ];
        for (const { from, to } of places) expect(0 <= from && from < to && to <= text.length).toBe(true);
        for (const { reasons } of answer.clues) for (const { term, from, to } of reasons) expect(text.slice(from, to)).toBe(term);
        for (const { name, from, to } of [...answer.places, ...answer.chargeNames]) expect(text.slice(from, to)).toBe(name);
        for (const { name, from, to } of answer.recipients) if (name !== null) expect(from <= name.from && name.to <= to).toBe(true);
        for (const { list, value, from, to } of answer.mentions) if (list === "charges") expect(text.slice(from, to)).toBe(value);
        for (const { from, to, parts } of answer.items) if (parts === undefined) expect(text.slice(from, to)).toMatch(/[0-9一二三]/);
        for (const { article, from, to } of answer.citations)
          expect([article, text.slice(from, to)]).toEqual([article, expect.stringMatching(/^第.+条/)]);
      }),
      { numRuns: 150 },
    );
  });

  test("a text before a document moves every place by its length and changes no value", () => {
    fc.assert(
      fc.property(documents, fc.constantFrom("\n", "某市某区。", "😀。"), (text, before) => {
        const [alone, moved] = [readText(text, knowledge), readText(before + text, knowledge)];
        // Charges that are suggested go by the length of the whole text.
        if (alone.chargesFrom === "document") expect(moved.charges).toEqual(alone.charges);
        expect(moved.citations).toEqual(
          alone.citations.map((one) => ({ ...one, from: one.from + before.length, to: one.to + before.length })),
        );
        expect(moved.gains?.amount).toBe(alone.gains?.amount);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the score", () => {
  const signs = fc.array(fc.record({ name: fc.constantFrom("a", "b", "c", "d"), term: fc.string(), from: fc.nat(), to: fc.nat() }), {
    maxLength: 12,
  });
  const weights = fc.record({
    threshold: fc.double({ min: 0.1, max: 20, noNaN: true }),
    weights: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.double({ min: -3, max: 5, noNaN: true })),
  });
  test("is between 0 and 1 and is what its reasons add up to, to the ten-thousandth", () => {
    fc.assert(
      fc.property(signs, weights, (some, learned) => {
        const { score, reasons } = scoreSigns(some, learned);
        const sum = reasons.reduce((total, { weight }) => total + Math.round(weight * 10_000), 0);
        expect(sum).toBe(Math.round(score * 10_000));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of every clue is the sum of its reasons, whatever the track", () => {
    fc.assert(
      fc.property(documents, (text) => {
        for (const { score, reasons } of readText(text, knowledge).clues) {
          expect(reasons.reduce((total, { weight }) => total + Math.round(weight * 10_000), 0)).toBe(Math.round(score * 10_000));
          expect(score).toBeGreaterThanOrEqual(0.4);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the automaton", () => {
  const terms = fc.uniqueArray(fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  const texts = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁"), maxLength: 40 });
  test("finds every place of every term, as a search one by one does", () => {
    fc.assert(
      fc.property(terms, texts, (list, text) => {
        const found = buildAutomaton(list)
          .find(text)
          .map(({ term, from, to }) => `${term} ${from} ${to}`);
        const expected = list.flatMap((term, index) =>
          Array.from(text).flatMap((_, from) => (text.startsWith(term, from) ? [`${index} ${from} ${from + term.length}`] : [])),
        );
        expect(found.sort()).toEqual(expected.sort());
        expect([...buildAutomaton(list).count(text)]).toEqual(
          list.map((_, index) => found.filter((one) => one.startsWith(`${index} `)).length),
        );
      }),
    );
  });
});

test.each([
  ["commas", ","],
  ["full-width commas", "，"],
  ["digits", "1"],
  ["numerals", "一"],
  ["blanks", " "],
  ["line feeds", "\n"],
  ["opening brackets", "《"],
  ["accusations", "被告人犯"],
  ["receivers", "出售给"],
  ["receivers of information", "将信息卖给某某，"],
  ["ways", "从系统获取信息"],
  ["divisions", "在市区县"],
  ["courts", "人民法院"],
  ["years", "2015年"],
  ["sums", "1元"],
  ["conjunctions behind a group", "学生和"],
  ["publications of an organ", "政府公开"],
  ["half-width commas in a row of characters", "查,"],
])(
  "a hundred thousand %s are read in time that grows with their number",
  (_name, sign) => {
    const short = readText(sign.repeat(10_000 / sign.length), knowledge);
    const long = readText(sign.repeat(100_000 / sign.length), knowledge);
    expect([short.clues, long.clues]).toEqual([[], []]);
  },
  20_000,
);
