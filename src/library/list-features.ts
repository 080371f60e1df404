import { measureBm25, weighElement } from "#similarity/compare-cases.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";

/** What a document is found by: a known word, an element or a charge by number, and how strongly it has it (0 to 1000). */
export type Posting = { readonly feature: number; readonly impact: number };
/** What a question looks for, and how much a full impact adds to the log-odds of the score. */
export type Sought = { readonly feature: number; readonly weight: number };

const ELEMENT = 100_000;
const CHARGE = 200_000;
const MOST_WORDS = 32;
const MOST_SOUGHT_WORDS = 40;
const FULL = 1000;
/** Of a charge: shares below this are noise of the softmax. */
const LEAST_SHARE = 0.02;

/**
 * The postings of a document: the 32 words that would add most to a score, its elements, its likely charges. An impact is the part of the score that belongs to the
 * document alone (BM25 of the word, the element's part of the cosine, the root of the charge's share), so that a list in its order begins with the best.
 */
export function listPostings(profile: CaseProfile, model: SimilarityModel): Posting[] {
  const words = [...profile.words]
    .map(([term, count]) => {
      const impact = measureBm25(count, profile.wordCount, model);
      return { feature: term, impact, worth: impact * (model.bm25Rarity[term] ?? 0) };
    })
    .sort((a, b) => b.worth - a.worth || a.feature - b.feature)
    .slice(0, MOST_WORDS);
  const elements = weighElements(profile, model).map(({ element, share }) => ({ feature: ELEMENT + element, impact: share }));
  const charges = [...profile.charges.withNamed.shares].flatMap((share, charge) =>
    share < LEAST_SHARE ? [] : [{ feature: CHARGE + charge, impact: Math.sqrt(share) }],
  );
  return [...words, ...elements, ...charges].map(({ feature, impact }) => ({
    feature,
    impact: Math.min(FULL, Math.max(1, Math.round(impact * FULL))),
  }));
}

/** What a question looks for, the weightiest first: at most 40 words, all elements, all likely charges. */
export function listSought(profile: CaseProfile, model: SimilarityModel): Sought[] {
  const { weights } = model;
  let most = 0;
  const asked = [...profile.words].map(([term, count]) => {
    const worth = Math.min(count, 2) * (model.bm25Rarity[term] ?? 0);
    most += worth;
    return { feature: term, worth };
  });
  const words = asked
    .sort((a, b) => b.worth - a.worth || a.feature - b.feature)
    .slice(0, MOST_SOUGHT_WORDS)
    .map(({ feature, worth }) => ({ feature, weight: (weights.words * worth) / Math.max(most, 1e-9) }));
  const ofElements = weights.elements + weights.conducts / 2 + weights.circumstances / 2;
  const elements = weighElements(profile, model).map(({ element, share }) => ({ feature: ELEMENT + element, weight: ofElements * share }));
  const ofCharges = weights.chargeFit + weights.chargeShared + weights.chargeCovered + weights.chargeNamed;
  const charges = [...profile.charges.withNamed.shares].flatMap((share, charge) =>
    share < LEAST_SHARE ? [] : [{ feature: CHARGE + charge, weight: ofCharges * Math.sqrt(share) }],
  );
  return [...charges, ...elements, ...words].sort((a, b) => b.weight - a.weight || a.feature - b.feature);
}

/** Each element with its part of a vector of length 1. */
function weighElements(profile: CaseProfile, model: SimilarityModel): { readonly element: number; readonly share: number }[] {
  const weighed = [...profile.elements.keys()].map((element) => ({ element, weight: weighElement(profile, element, model) }));
  const length = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0));
  return weighed.flatMap(({ element, weight }) => (weight > 0 ? [{ element, share: weight / length }] : []));
}
