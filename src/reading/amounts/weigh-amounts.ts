import type { Amount } from "#reading/amounts/list-amounts.ts";
import { listTotals } from "#reading/amounts/list-totals.ts";

/** What a sign weighs for a sum being part of the amount (`part`), and for a named total being the whole of it (`whole`). */
export type AmountWeights = { readonly part: Readonly<Record<string, number>>; readonly whole: Readonly<Record<string, number>> };
/** An amount with the sums it is of; `score` is 0 for the sum of the parts, that of its signs for a named total. */
export type Explanation = { readonly amount: number; readonly parts: readonly Amount[]; readonly score: number };

/** Where nothing speaks more for a sum than this, no amount of a crime is told. */
const NOTHING = -2;

export function weigh(signs: readonly string[], weights: Readonly<Record<string, number>>): number {
  return signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), 0);
}

/** What the amount of the crime may be, best first: the sum of what speaks for being a part, or a total that is named. Empty where nothing speaks for any. */
export function explainAmounts(amounts: readonly Amount[], weights: AmountWeights): Explanation[] {
  const scored = amounts.map((amount) => ({ amount, score: weigh(amount.signs, weights.part) }));
  const [first] = scored;
  if (first === undefined) return [];
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), first);
  if (best.score < NOTHING) return [];
  const kept = scored.filter(({ score }) => score > 0).map(({ amount }) => amount);
  const parts = kept.length > 0 ? kept : [best.amount];
  const totals = listTotals(scored, weights.part).map(({ amount, signs }) => ({
    amount: amount.amount,
    parts: [amount],
    score: weigh(signs, weights.whole),
  }));
  return [{ amount: add(parts), parts, score: 0 }, ...totals].sort((a, b) => b.score - a.score);
}

/** To the cent. */
export function add(parts: readonly { readonly amount: number }[]): number {
  return Math.round(parts.reduce((all, { amount }) => all + amount, 0) * 100) / 100;
}
