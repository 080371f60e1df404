import type { Quantity } from "#numerals/find-quantities.ts";
import shipped from "#reading/amounts/amount-weights.json" with { type: "json" };
import { listAmounts } from "#reading/amounts/list-amounts.ts";
import { type AmountWeights, explainAmounts, weigh } from "#reading/amounts/weigh-amounts.ts";
import type { ReadAnswer } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** How much of the reasons is told: the sums in the order of the text, of each the signs that weigh most. */
const TOLD = 40;
const SIGNS = 3;

/**
 * 犯罪数额 the amount of a crime as its facts tell it: a named total, or what was taken in each act added up. What was paid back, fined or got for the loot is none of
 * it. `weighed` tells of each sum what spoke for or against it. Null where no money is named that anything speaks for.
 */
export function sumAmounts(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
  weights: AmountWeights = shipped,
): ReadAnswer["crimeAmount"] {
  const amounts = listAmounts(text, sentences, quantities);
  const [best] = explainAmounts(amounts, weights);
  if (best === undefined) return null;
  const parts = new Set(best.parts);
  return {
    amount: best.amount,
    parts: best.parts.map(({ amount, from, to }) => ({ amount, from, to })),
    weighed: amounts.slice(0, TOLD).map((one) => ({
      amount: one.amount,
      from: one.from,
      to: one.to,
      isPart: parts.has(one),
      score: Math.round(weigh(one.signs, weights.part) * 1000) / 1000,
      signs: one.signs
        .map((sign) => ({ sign, weight: weights.part[sign] ?? 0 }))
        .filter(({ weight }) => weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, SIGNS),
    })),
  };
}
