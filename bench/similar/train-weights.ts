import type { FeatureName } from "#similarity/model/similarity-model.ts";
import { RankingFile } from "#similarity/model/similarity-model.ts";

export const FEATURES = RankingFile.shape.weights.keyof().options;
export type Pair = { readonly id: string; readonly label: number; readonly features: readonly number[] };
export type QueryPairs = { readonly query: string; readonly pairs: readonly Pair[] };
export type TrainedWeights = { readonly intercept: number; readonly weights: Record<FeatureName, number> };

const ROUNDS = 150;
const SHRINK = 0.02;
const STEP = 0.05;

/**
 * Weights none of which is negative, learned so that of two judged candidates of a query the one with the higher label scores higher (logistic
 * loss over pairs, every query weighing the same). The intercept sets an average judged candidate to even odds. Deterministic.
 */
export function trainWeights(queries: readonly QueryPairs[]): TrainedWeights {
  const rows = queries.flatMap(({ pairs }) => pairs);
  const mean = FEATURES.map((_, at) => rows.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / rows.length);
  const spread = FEATURES.map(
    (_, at) => Math.sqrt(rows.reduce((sum, { features }) => sum + ((features[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / rows.length) || 1,
  );
  const scaled = queries.map(({ pairs }) =>
    pairs.map(({ label, features }) => ({ label, x: features.map((value, at) => value / (spread[at] ?? 1)) })),
  );
  const weights = FEATURES.map(() => 0);
  const [first, second] = [FEATURES.map(() => 0), FEATURES.map(() => 0)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = FEATURES.map((_, at) => -SHRINK * (weights[at] ?? 0));
    for (const pairs of scaled) addGradient(pairs, weights, gradient, scaled.length);
    for (const [at, value] of gradient.entries()) {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * value;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * value * value;
      const step = (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = Math.max(0, (weights[at] ?? 0) + STEP * step);
    }
  }
  const plain = weights.map((weight, at) => Math.round((weight / (spread[at] ?? 1)) * 1e4) / 1e4);
  return {
    intercept: -Math.round(plain.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0) * 1e4) / 1e4,
    weights: RankingFile.shape.weights.parse(Object.fromEntries(FEATURES.map((name, at) => [name, plain[at]]))),
  };
}

/** Every pair of a query with different labels pulls by the root of their difference, one with the highest label half as much again. */
function addGradient(
  pairs: readonly { label: number; x: number[] }[],
  weights: readonly number[],
  gradient: number[],
  queries: number,
): void {
  const scores = pairs.map(({ x }) => x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const pull = FEATURES.map(() => 0);
  let total = 0;
  for (const [i, better] of pairs.entries())
    for (const [k, worse] of pairs.entries()) {
      if (better.label <= worse.label) continue;
      const weight = (better.label === 3 ? 1.5 : 1) * Math.sqrt(better.label - worse.label);
      total += weight;
      const force = weight / (1 + Math.exp((scores[i] ?? 0) - (scores[k] ?? 0)));
      for (let at = 0; at < pull.length; at++) pull[at] = (pull[at] ?? 0) + force * ((better.x[at] ?? 0) - (worse.x[at] ?? 0));
    }
  if (total > 0) for (const [at, value] of pull.entries()) gradient[at] = (gradient[at] ?? 0) + value / total / queries;
}
