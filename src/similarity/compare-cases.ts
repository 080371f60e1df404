import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import type { FeatureName, SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";
import type { ScoreParts } from "#similarity/similarity.contract.ts";

/** BM25: how soon a repeated word stops counting, and how far a long text counts less. */
const BM25 = { k: 1.2, b: 0.75, mostOfQuery: 2 } as const;
/** A charge counts as told of from a third of the distribution on. */
const CHARGE_TOLD = 3;
const GROUPS: Readonly<Record<FeatureName, keyof ScoreParts>> = {
  words: "words",
  chargeFit: "charges",
  chargeShared: "charges",
  chargeCovered: "charges",
  chargeNamed: "charges",
  elements: "elements",
  conducts: "elements",
  circumstances: "elements",
  drugWeight: "quantities",
};
const CONDUCT = new Set(["行为"]);
const CIRCUMSTANCES = new Set(["对象", "结果", "手段", "主体", "关系"]);
const every = CASE_ELEMENTS.map((_, element) => element);
const conducts = every.filter((element) => CONDUCT.has(CASE_ELEMENTS[element]?.kind ?? ""));
const circumstances = every.filter((element) => CIRCUMSTANCES.has(CASE_ELEMENTS[element]?.kind ?? ""));

export type Comparison = { readonly score: number; readonly parts: ScoreParts };

/** How alike two cases are. Depends on the two alone; the parts and the intercept add up to the log-odds of the score; the same text scores 1. */
export function compareCases(query: CaseProfile, candidate: CaseProfile, model: SimilarityModel): Comparison {
  const parts = { words: 0, charges: 0, elements: 0, quantities: 0 };
  let odds = model.intercept;
  for (const [name, value] of measureLikeness(query, candidate, model)) {
    const contribution = model.weights[name] * value;
    parts[GROUPS[name]] += contribution;
    odds += contribution;
  }
  return { score: isSameText(query, candidate) ? 1 : 1 / (1 + Math.exp(-odds)), parts };
}

export function isSameText(query: CaseProfile, candidate: CaseProfile): boolean {
  return query.fingerprint === candidate.fingerprint;
}

/** What the weights are learned on: each feature of a pair, unweighted. */
export function measureLikeness(
  query: CaseProfile,
  candidate: CaseProfile,
  model: SimilarityModel,
): readonly (readonly [FeatureName, number])[] {
  const [a, b] = [query.charges, candidate.charges];
  let named = 0;
  for (const charge of b.named.keys()) named += a.withNamed.even[charge] ?? 0;
  return [
    ["words", scoreBm25(query, candidate, model)],
    ["chargeFit", cosine(a.fit, b.fit)],
    ["chargeShared", a.withNamed.shares.reduce((sum, share, charge) => sum + Math.sqrt(share * (b.withNamed.shares[charge] ?? 0)), 0)],
    [
      "chargeCovered",
      a.withNamed.even.reduce((sum, share, charge) => sum + share * Math.min(1, CHARGE_TOLD * (b.withNamed.even[charge] ?? 0)), 0),
    ],
    ["chargeNamed", named],
    ["elements", compareElements(query, candidate, model, every)],
    ["conducts", compareElements(query, candidate, model, conducts)],
    ["circumstances", compareElements(query, candidate, model, circumstances)],
    ["drugWeight", compareGrams(query.drugGrams, candidate.drugGrams)],
  ];
}

/** BM25 of the candidate for the query's words, as a share of the most the query can reach. */
function scoreBm25(query: CaseProfile, candidate: CaseProfile, model: SimilarityModel): number {
  let [found, most] = [0, 0];
  for (const [term, asked] of query.words) {
    const weight = Math.min(asked, BM25.mostOfQuery) * (model.bm25Rarity[term] ?? 0) * (BM25.k + 1);
    found += weight * measureBm25(candidate.words.get(term) ?? 0, candidate.wordCount, model);
    most += weight;
  }
  return most === 0 ? 0 : found / most;
}

/** 0 to 1: how much of a word's most a text of `wordCount` known words reaches by having it `count` times. */
export function measureBm25(count: number, wordCount: number, model: Pick<SimilarityModel, "averageWords">): number {
  return count / (count + BM25.k * (1 - BM25.b + (BM25.b * wordCount) / model.averageWords));
}

/** Cosine of the elements told of, rare ones and repeated ones weighing more. */
function compareElements(query: CaseProfile, candidate: CaseProfile, model: SimilarityModel, elements: readonly number[]): number {
  let [dot, a, b] = [0, 0, 0];
  for (const element of elements) {
    const [x, y] = [weighElement(query, element, model), weighElement(candidate, element, model)];
    dot += x * y;
    a += x * x;
    b += y * y;
  }
  return a === 0 || b === 0 ? 0 : dot / Math.sqrt(a * b);
}

/** What an element weighs in a case: 0 where it is not told of. */
export function weighElement(profile: CaseProfile, element: number, model: SimilarityModel): number {
  const count = profile.elements.get(element);
  return count === undefined ? 0 : (1 + Math.log(count)) * (model.elementRarity[element] ?? 0);
}

/** 1 for equal weights of drugs, less by each order of magnitude between them, -2 at least; -1 where only one case has a weight; 0 without any. */
function compareGrams(query: number, candidate: number): number {
  if (query === 0 || candidate === 0) return query === candidate ? 0 : -1;
  return 1 - Math.min(3, Math.abs(Math.log10(query / candidate)));
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, x, y] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [p, q] = [a[at] ?? 0, b[at] ?? 0];
    dot += p * q;
    x += p * p;
    y += q * q;
  }
  return x === 0 || y === 0 ? 0 : dot / Math.sqrt(x * y);
}
