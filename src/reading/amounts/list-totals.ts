import { VERDICT } from "#reading/amounts/amount-signs.ts";
import type { Amount } from "#reading/amounts/list-amounts.ts";

type Scored = { readonly amount: Amount; readonly score: number };

/** How many of the least certain sums are tried the other way round to meet a named total, and how many totals are looked at (the largest). */
const DOUBTED = 6;
const TOTALS = 16;
/** A sum with a score further from 0 than this is not in doubt. */
const SURE = 2.5;
const CENT = 0.011;
/** Signs of where a sum stands, not of what it is of. */
const OF_ITS_PLACE = /^(?:sum of|happens to be|told before|total|a total|sentence: verdict|the court|only heard)/;
/** Below this a total is of something else: paid back, seized, fined. */
const FOREIGN = -1;
/** Signs of a sum that say as well whether it is the whole. */
const SIGNS = new Set(
  `act in a list|after the acts|${VERDICT}|sentence: paid back|of several acts|heads a list|of a thing|value|taken|sum of those before|sum of those behind`.split(
    "|",
  ),
);

/** The named totals of what was taken, each with the signs that it is the whole amount: by its own words and by how it stands to the parts. */
export function listTotals(scored: readonly Scored[], part: Readonly<Record<string, number>>): { amount: Amount; signs: string[] }[] {
  const kept = scored.filter(({ score }) => score > 0);
  const all = kept.reduce((sum, { amount }) => sum + amount.amount, 0);
  const acts = [...new Set(kept.map(({ amount }) => amount.act))];
  const [firstAct = 0, lastAct = 0] = [acts[0], acts.at(-1)];
  const besideGoods = new Map<number, Amount>();
  for (const { amount } of kept) if (!amount.signs.includes("value")) besideGoods.set(amount.act, amount);
  const doubted = scored
    .filter(({ score }) => Math.abs(score) < SURE)
    .toSorted((a, b) => Math.abs(a.score) - Math.abs(b.score))
    .slice(0, DOUBTED + 1);
  const named = scored
    .filter(({ amount }) => amount.isTotal && isOfCrime(amount, part))
    .toSorted((a, b) => b.amount.amount - a.amount.amount)
    .slice(0, TOTALS);
  return named.map(({ amount, score }, index) => {
    const gap = amount.amount - (all - (score > 0 ? amount.amount : 0));
    const count = kept.length - (score > 0 ? 1 : 0);
    const elsewhere = acts.length > 1 || (acts.length === 1 && acts[0] !== amount.act);
    const beside = besideGoods.get(amount.act);
    const isGoods = amount.signs.includes("value") && !amount.signs.includes("cash");
    return {
      amount,
      signs: [
        "any",
        ...amount.signs.filter((sign) => SIGNS.has(sign)),
        score > 0 ? "is a part" : "is no part",
        compare(
          gap,
          amount.amount,
          count,
          doubted.filter((one) => one.amount !== amount),
        ),
        ...(isGoods && beside !== undefined && beside !== amount ? ["goods beside cash"] : []),
        ...(elsewhere && amount.act > firstAct && amount.act < lastAct ? ["between other acts"] : []),
        ...(count === 0 ? ["no other part"] : []),
        ...(index === 0 || amount.amount === named[0]?.amount.amount ? ["the largest total"] : []),
        ...(elsewhere ? [`parts in other acts${amount.isListed ? ", itself in a list" : ""}`] : []),
        ...(elsewhere && gap >= -CENT ? ["not less than parts in other acts"] : []),
        ...(amount.act === scored[0]?.amount.act && !amount.isListed ? ["in the first act"] : []),
      ],
    };
  });
}

function isOfCrime({ signs }: Amount, part: Readonly<Record<string, number>>): boolean {
  return signs.reduce((sum, sign) => sum + (OF_ITS_PLACE.test(sign) ? 0 : (part[sign] ?? 0)), 0) > FOREIGN;
}

function compare(gap: number, total: number, count: number, doubted: readonly Scored[]): string {
  if (count >= 2 && Math.abs(gap) < CENT) return "the parts add up to it";
  if (count >= 1 && meetsByDoubt(gap, doubted)) return "the parts nearly add up to it";
  if (count >= 2 && Math.abs(gap) < total / 10) return "close to the parts";
  return gap > 0 ? "more than the parts" : "less than the parts";
}

/** One or two doubted sums, counted or left out the other way round, close the gap. */
function meetsByDoubt(gap: number, doubted: readonly Scored[]): boolean {
  const changes = doubted.map(({ amount, score }) => (score > 0 ? -amount.amount : amount.amount));
  return changes.some(
    (one, index) => Math.abs(one - gap) < CENT || changes.some((other, at) => at > index && Math.abs(one + other - gap) < CENT),
  );
}
