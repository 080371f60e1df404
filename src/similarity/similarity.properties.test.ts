import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCases } from "#similarity/compare-cases.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";
import { profileCase } from "#similarity/profile-case.ts";
import { Ranking } from "#similarity/rank-candidates.ts";
import type { SimilarCases } from "#similarity/similarity.contract.ts";

const model = loadModel();
/** Invented facts put together from invented sentences. */
const SENTENCES = [
  "被告人撬门进入室内，窃得现金3000元和手机一部。",
  "被告人酒后驾驶小型轿车，血液中乙醇含量为150mg/100ml。",
  "被告人辱骂并推搡民警，阻碍执行职务。",
  "被告人将甲基苯丙胺0.5克以300元卖给吸毒人员。",
  "被告人利用职务便利，收受好处费20万元，为他人承揽工程提供帮助。",
  "被告人向他人出售公民个人信息五千余条，获利2万元。",
  "被告人持刀将被害人捅伤，经鉴定为轻伤二级。",
  "案发后被告人赔偿损失并取得谅解。",
  "今天天气晴朗。",
  "A text without Chinese words.",
];
const facts = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(""));
const pool = fc.array(facts, { minLength: 1, maxLength: 12 });

function rank(query: string, candidates: readonly { id: string; text: string }[], top: number): SimilarCases {
  const ranking = new Ranking(profileCase({ id: "q", text: query }, model), top, model);
  for (const candidate of candidates) ranking.add(profileCase(candidate, model));
  return ranking.tell();
}

test("the order of the candidates changes neither scores nor ranks", () => {
  fc.assert(
    fc.property(facts, pool, fc.infiniteStream(fc.nat()), (query, texts, keys) => {
      const candidates = texts.map((text, at) => ({ id: `c${at}`, text }));
      const shuffled = candidates.map((candidate) => ({ candidate, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      expect(
        rank(
          query,
          shuffled.map(({ candidate }) => candidate),
          5,
        ),
      ).toEqual(rank(query, candidates, 5));
    }),
    { numRuns: 60 },
  );
});

test("a score depends on the two texts alone: other candidates do not change it", () => {
  fc.assert(
    fc.property(facts, facts, pool, (query, text, others) => {
      const alone = rank(query, [{ id: "x", text }], 30).ranking[0];
      const among = rank(query, [...others.map((other, at) => ({ id: `c${at}`, text: other })), { id: "x", text }], 30);
      expect(among.ranking.find(({ id }) => id === "x")).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});

test("the same text ranks first with a score of 1, however it is spaced", () => {
  fc.assert(
    fc.property(facts, pool, (query, texts) => {
      const others = texts.filter((text) => text !== query).map((text, at) => ({ id: `a${at}`, text }));
      const { ranking } = rank(query, [...others, { id: "same", text: ` ${query.replace("。", "。\n")}` }], 3);
      expect(ranking[0]).toMatchObject({ id: "same", score: 1 });
      expect(ranking.slice(1).every(({ score }) => score < 1)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("few candidates kept are the first of many kept", () => {
  fc.assert(
    fc.property(facts, pool, fc.integer({ min: 1, max: 12 }), (query, texts, top) => {
      const candidates = texts.map((text, at) => ({ id: `c${at}`, text }));
      expect(rank(query, candidates, top).ranking).toEqual(rank(query, candidates, 100).ranking.slice(0, top));
    }),
    { numRuns: 60 },
  );
});

test("the parts and the intercept add up to the score's log-odds", () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      fc.pre(a !== b);
      const { score, parts } = compareCases(profileCase({ id: 1, text: a }, model), profileCase({ id: 2, text: b }, model), model);
      const odds = model.intercept + parts.words + parts.charges + parts.elements + parts.quantities;
      expect(Math.log(score / (1 - score))).toBeCloseTo(odds, 6);
    }),
    { numRuns: 60 },
  );
});

test("any text is answered: a million commas, half a character, nothing known", () => {
  for (const text of [
    "，".repeat(1_000_000),
    "\ud83d",
    "0".repeat(100_000),
    "克".repeat(10_000),
    "毒1克".repeat(10_000),
    "元".repeat(10_000),
  ]) {
    const { ranking } = rank("被告人持有毒品5克", [{ id: "x", text }], 1);
    expect(ranking[0]?.score).toBeGreaterThan(0);
    expect(ranking[0]?.score).toBeLessThan(1);
  }
});
