import { SIGNS } from "#reading/clues/find-signs.ts";
import type { Weights } from "#reading/clues/score-signs.ts";

export type Example = { readonly signs: readonly string[]; readonly isClue: boolean };

const ROUNDS = 4000;
const STEP = 0.3;
/** How strongly a weight is held to what was thought before: the labelled documents are few, and some signs stand in none of them. */
const HOLD = 0.02;
/**
 * What is thought of a sign before any example, from the law: the charge is enough with any word of data or act beside it (刑诉规则第三百三十条第十项), a number below
 * the fields of art. 5 speaks against, an insider and a named source for it (2022 notice). The examples move these.
 */
const BEFORE: Readonly<Record<string, number>> = {
  "charge-personal-information": 2.6,
  "data-words-once": 1,
  "data-words-often": 0.6,
  "data-words-throughout": 0.4,
  "object-of-the-act": 1.4,
  "particulars-listed": 0.6,
  "known-to-callers": 2,
  "unlawful-processing": 1.6,
  "black-talk": 0.8,
  "items-100": 0.4,
  "items-500": 1.4,
  "items-5000": 0.8,
  "items-50000": 0.8,
  "especially-serious": 0.8,
  "gains-5000": 0.4,
  insider: 0.8,
  "source-named": 0.6,
  "conduct-sell": 0.5,
  "conduct-obtain": 0.3,
  "used-for": 0.2,
  "many-persons": 0.6,
  "special-group": 0.2,
  "few-items": -2.2,
  "cards-only": -0.6,
  "card-information-100": 4.8,
};

/** Which signs may speak against a clue. The others never lower a score: a sign more is never less. */
const AGAINST: ReadonlySet<string> = new Set(["few-items", "cards-only"]);

/** Logistic regression over the signs by gradient descent; the same examples give the same weights. Signs for a clue weigh nothing or more, those against nothing or less. */
export function trainWeights(examples: readonly Example[]): Weights {
  const columns = examples.map(({ signs }) => SIGNS.flatMap((name, index) => (signs.includes(name) ? [index] : [])));
  const weights = SIGNS.map((name) => BEFORE[name] ?? 0);
  const positives = examples.filter(({ isClue }) => isClue).length;
  const balance = positives === 0 ? 1 : (examples.length - positives) / positives;
  let bias = -4;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Array<number>(SIGNS.length).fill(0);
    let biasSlope = 0;
    examples.forEach(({ isClue }, row) => {
      const sum = (columns[row] ?? []).reduce((total, index) => total + (weights[index] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - (isClue ? 1 : 0)) * (isClue ? Math.sqrt(balance) : 1);
      biasSlope += error;
      for (const index of columns[row] ?? []) slope[index] = (slope[index] ?? 0) + error;
    });
    bias -= (STEP * biasSlope) / examples.length;
    SIGNS.forEach((name, index) => {
      const moved =
        (weights[index] ?? 0) - STEP * ((slope[index] ?? 0) / examples.length + HOLD * ((weights[index] ?? 0) - (BEFORE[name] ?? 0)));
      weights[index] = AGAINST.has(name) ? Math.min(0, moved) : Math.max(0, moved);
    });
  }
  const rounded = SIGNS.map((name, index) => [name, Math.round((weights[index] ?? 0) * 1000) / 1000] as const);
  return { threshold: Math.round(-bias * 1000) / 1000, weights: Object.fromEntries(rounded) };
}
