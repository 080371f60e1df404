import type { Amount } from "#reading/amounts/list-amounts.ts";
import { listTotals } from "#reading/amounts/list-totals.ts";
import { type AmountWeights, weigh } from "#reading/amounts/weigh-amounts.ts";

export type AmountExample = { readonly amounts: readonly Amount[]; readonly expected: number };
type Row = { readonly signs: readonly string[]; readonly isRight: boolean };

const PASSES = 6;
const ROUNDS = 300;
const STEP = 0.5;
/** How strongly weights are held to what was thought before: named totals are few. */
const HOLD_PART = 0.0025;
const HOLD_WHOLE = 0.0075;
/** A sign in fewer sums is chance. */
const RARE = 4;
const BEAM = 400;

/** Before any example: what is taken counts, what came of it does not. */
const BEFORE: Readonly<Record<string, number>> = {
  any: 0.2,
  value: 1,
  cash: 0.6,
  taken: 1,
  moved: 0.8,
  "paid back": -2,
  seized: -2,
  proceeds: -2,
  share: -2,
  fine: -2,
  "unit price": -1,
  each: -4,
  "told before, now as a value": -2,
  "a total before is the same": -1,
  "each of them": -1,
  "the court tells its own": -1,
  "end of a range": -4,
  "only heard, others tell it": -1,
  asked: -0.6,
  rest: -1,
  "then given back": -2,
  "then sold": -1,
  "after the acts": -0.5,
  "sentence: sentence": -1,
  "happens to be the sum of those before": -2,
  "happens to be the sum of those behind": -1,
  "sum of those before": -2,
  "sum of those behind": -2,
  "told before in the sentence": -1,
  "told before in the act": -0.7,
  "told before elsewhere": -0.5,
};

const WHOLE: Readonly<Record<string, number>> = {
  any: -2,
  "heads a list": 3,
  "of a thing": -1,
  "in the first act": 0.5,
  "close to the parts": 1,
  "between other acts": -1.5,
  "goods beside cash": -2,
  "sentence: verdict": 3,
  "the parts add up to it": 2,
  "the parts nearly add up to it": 1.5,
  "less than the parts": -2,
  "not less than parts in other acts": 1,
  "parts in other acts, itself in a list": -2,
  "of several acts": 1,
};

/**
 * Only the whole amount is labelled, not which sums it is of: in turns, the likeliest choice of sums that adds up to it is taken for what is right, and the weights
 * are moved towards it (logistic regression, held to what was thought before). The same examples give the same weights.
 */
export function trainAmounts(examples: readonly AmountExample[]): AmountWeights {
  let part: Record<string, number> = { ...BEFORE };
  for (let pass = 0; pass < PASSES; pass++) {
    const now = part;
    part = regress(
      examples.flatMap(({ amounts, expected }) => {
        const chosen = chooseParts(amounts, expected, now);
        return chosen === null ? [] : amounts.map(({ signs }, index) => ({ signs, isRight: chosen.has(index) }));
      }),
      BEFORE,
      HOLD_PART,
    );
  }
  const rows = examples.flatMap(({ amounts, expected }) => {
    const scored = amounts.map((amount) => ({ amount, score: weigh(amount.signs, part) }));
    const kept = scored.reduce((sum, { amount, score }) => sum + (score > 0 ? amount.amount : 0), 0);
    const isSumRight = isNear(kept, expected);
    return listTotals(scored, part).flatMap(({ amount, signs }): Row[] => {
      const isRight = isNear(amount.amount, expected);
      return isRight === isSumRight ? [] : [{ signs, isRight }];
    });
  });
  return { part: round(part), whole: round(regress(rows, WHOLE, HOLD_WHOLE)) };
}

/** Right within a ten-thousandth. */
export function isNear(amount: number, expected: number): boolean {
  return Math.abs(amount - expected) <= Math.max(0.01, expected * 1e-4);
}

/** The likeliest choice of sums that adds up to what is expected, by a beam over the sums so far. Null where none does. */
function chooseParts(amounts: readonly Amount[], expected: number, part: Readonly<Record<string, number>>): Set<number> | null {
  let beam = new Map<number, { score: number; chosen: readonly number[] }>([[0, { score: 0, chosen: [] }]]);
  amounts.forEach(({ amount, signs }, index) => {
    const score = weigh(signs, part);
    const next = new Map<number, { score: number; chosen: readonly number[] }>();
    const keep = (sum: number, one: { score: number; chosen: readonly number[] }) => {
      const key = Math.round(sum * 100) / 100;
      if (key <= expected * 1.0002 + 1 && one.score > (next.get(key)?.score ?? Number.NEGATIVE_INFINITY)) next.set(key, one);
    };
    for (const [sum, one] of beam) {
      keep(sum, one);
      keep(sum + amount, { score: one.score + score, chosen: [...one.chosen, index] });
    }
    beam = new Map([...next].sort((a, b) => b[1].score - a[1].score).slice(0, BEAM));
  });
  const right = [...beam].filter(([sum, { chosen }]) => chosen.length > 0 && isNear(sum, expected)).sort((a, b) => b[1].score - a[1].score);
  return right[0] === undefined ? null : new Set(right[0][1].chosen);
}

function regress(rows: readonly Row[], before: Readonly<Record<string, number>>, hold: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= RARE || name in before ? [name] : [])).sort();
  const at = new Map(names.map((name, index) => [name, index]));
  const columns = rows.map(({ signs }) => signs.flatMap((sign) => at.get(sign) ?? []));
  const weights = names.map((name) => before[name] ?? 0);
  const sizes = names.map(() => 1e-6);
  for (let turn = 0; turn < ROUNDS; turn++) {
    const slope = names.map((name, index) => hold * rows.length * ((weights[index] ?? 0) - (before[name] ?? 0)));
    rows.forEach(({ isRight }, row) => {
      const sum = (columns[row] ?? []).reduce((total, index) => total + (weights[index] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
      for (const index of columns[row] ?? []) slope[index] = (slope[index] ?? 0) + error;
    });
    slope.forEach((value, index) => {
      sizes[index] = (sizes[index] ?? 0) + value * value;
      weights[index] = (weights[index] ?? 0) - (STEP * value) / Math.sqrt(sizes[index] ?? 1);
    });
  }
  return { ...before, ...Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])) };
}

function round(weights: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]): [string, number] => [name, Math.round(weight * 1000) / 1000])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
