import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import { buildTermIndex, countTerms, type TermIndex } from "#similarity/words/count-terms.ts";

/** Names by which older or joined charges stand in judgments, with the one the model knows. */
export const ALSO_NAMED: Readonly<Record<string, string>> = {
  "掩饰、隐瞒犯罪所得、犯罪所得收益罪": "掩饰、隐瞒犯罪所得罪",
  "非法持有、私藏枪支、弹药罪": "非法持有枪支罪",
  "走私、贩卖、运输、制造毒品罪": "贩卖毒品罪",
  非法获取公民个人信息罪: "侵犯公民个人信息罪",
  出售公民个人信息罪: "侵犯公民个人信息罪",
};
/** A sentence that names a charge or weighs the sentence is the court's, no fact: facts alone are judged, so that a query without a charge is judged alike. */
const OF_THE_COURT = /本院认为|罪|依照|判处|量刑/;
/** How much of the distribution the charges named in the text make up, where any is named. */
const NAMED_SHARE = 0.6;

/** How far each charge of the model fits a case. `odds` are the model's log-odds; all but `named` follows from the two. `fit` are log-odds about their mean, `shares` and `even` sum to 1 (`even` at twice the temperature). */
export type ChargeProfile = {
  readonly odds: Float64Array;
  readonly fit: Float64Array;
  readonly shares: Float64Array;
  readonly even: Float64Array;
  /** the same with the charges the text names itself */
  readonly withNamed: { readonly shares: Float64Array; readonly even: Float64Array };
  /** charges named in the text, by their number in the model, with how often */
  readonly named: ReadonlyMap<number, number>;
};

/** The words of the sentences that tell facts. */
export function findFactWords(words: readonly string[]): string[] {
  const facts: string[] = [];
  let sentence: string[] = [];
  const close = (): void => {
    if (!OF_THE_COURT.test(sentence.join(""))) for (const word of sentence) facts.push(word);
    sentence = [];
  };
  for (const word of words) {
    sentence.push(word);
    if (/[。；！\n]/.test(word)) close();
  }
  close();
  return facts;
}

/** The words of a case as the charge model reads them: by term, 1 + ln(tf) times the rarity, of length 1. */
export function weighTerms(words: readonly string[], model: Pick<SimilarityModel, "terms" | "rarity">): Map<number, number> {
  const weights = new Map<number, number>();
  for (const word of words) {
    const term = model.terms.get(word);
    if (term !== undefined) weights.set(term, (weights.get(term) ?? 0) + 1);
  }
  let length = 0;
  for (const [term, count] of weights) {
    const weight = (1 + Math.log(count)) * (model.rarity[term] ?? 0);
    weights.set(term, weight);
    length += weight * weight;
  }
  if (length > 0) for (const [term, weight] of weights) weights.set(term, weight / Math.sqrt(length));
  return weights;
}

/** Judges how far each charge fits the facts, and finds the charges the text names. */
export function judgeCharges(text: string, words: readonly string[], model: SimilarityModel): ChargeProfile {
  const odds = Float64Array.from(model.charges, ({ bias }) => bias);
  for (const [term, weight] of weighTerms(findFactWords(words), model))
    for (const [charge, pull] of model.pulls[term] ?? []) odds[charge] = (odds[charge] ?? 0) + pull * weight;
  return spreadCharges(odds, countTerms(text, indexOf(model)));
}

/** What follows from log-odds and named charges alone: a kept profile is opened without its text. */
export function spreadCharges(odds: Float64Array, named: ReadonlyMap<number, number>): ChargeProfile {
  const mean = odds.reduce((sum, value) => sum + value, 0) / odds.length;
  const [shares, even] = [softmax(odds, 1), softmax(odds, 2)];
  return {
    odds,
    fit: odds.map((value) => value - mean),
    shares,
    even,
    withNamed: { shares: mixNamed(shares, named), even: mixNamed(even, named) },
    named,
  };
}

function mixNamed(shares: Float64Array, named: ReadonlyMap<number, number>): Float64Array {
  let total = 0;
  for (const count of named.values()) total += Math.log(1 + count);
  if (total === 0) return shares;
  return shares.map((share, charge) => (1 - NAMED_SHARE) * share + (NAMED_SHARE * Math.log(1 + (named.get(charge) ?? 0))) / total);
}

function softmax(odds: Float64Array, temperature: number): Float64Array {
  const most = odds.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = odds.map((value) => Math.exp((value - most) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const indexes = new WeakMap<SimilarityModel, TermIndex>();

function indexOf(model: SimilarityModel): TermIndex {
  let index = indexes.get(model);
  if (index === undefined) {
    const numbers = new Map(model.charges.map(({ name }, charge) => [name, charge]));
    const also = Object.entries(ALSO_NAMED).flatMap(([name, is]) => {
      const charge = numbers.get(is);
      return charge === undefined ? [] : [[name, charge] as const];
    });
    index = buildTermIndex([...numbers, ...also]);
    indexes.set(model, index);
  }
  return index;
}
