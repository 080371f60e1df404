import { binomialTail, hypergeometricTail } from "#sampling/distributions.ts";
import type { Interval, IntervalMethod } from "#sampling/sampling.contract.ts";

/** What was found: of `drawn` units at least `holds` hold, at most `holdsAtMost` (unclear ones included). */
export type Found = { readonly units: number; readonly drawn: number; readonly holds: number; readonly holdsAtMost: number };

/** Quantiles of the normal distribution at (1 + confidence) / 2. */
const QUANTILES: readonly (readonly [confidence: number, z: number])[] = [
  [0.9, 1.6448536269514722],
  [0.95, 1.959963984540054],
  [0.98, 2.3263478740408408],
  [0.99, 2.5758293035489004],
  [0.999, 3.2905267314918945],
];

/** The interval of the units that hold, by the method. `confidence` is any for the exact ones, one of the contract's for Wilson. */
export function intervalOf(method: IntervalMethod, found: Found, confidence: number): Interval {
  switch (method) {
    case "hypergeometric":
      return hypergeometricInterval(found, confidence);
    case "clopper-pearson":
      return clopperPearsonInterval(found, confidence);
    case "wilson":
      return wilsonInterval(found, confidence);
  }
}

/**
 * Exact interval of a finite population drawn without replacement: all numbers of units M for which neither tail of the hypergeometric
 * is as small as half of what is left of the confidence. A whole census gives what was found.
 */
export function hypergeometricInterval({ units, drawn, holds, holdsAtMost }: Found, confidence: number): Interval {
  const half = (1 - confidence) / 2;
  const [possibleLeast, possibleMost] = [holds, units - (drawn - holdsAtMost)];
  // P(X ≥ holds) grows with M: the smallest M whose upper tail is larger than half.
  const least = firstFrom(possibleLeast, possibleMost, (m) => hypergeometricTail("at-least", holds, units, m, drawn) > half);
  // P(X ≤ holdsAtMost) falls with M: the largest M whose lower tail is larger than half.
  const beyond = firstFrom(
    possibleLeast,
    possibleMost + 1,
    (m) => m > possibleMost || hypergeometricTail("at-most", holdsAtMost, units, m, drawn) <= half,
  );
  const most = Math.max(least, beyond - 1);
  return { lower: roundDown(least / units), upper: roundUp(most / units), least, most };
}

/** Exact interval of a share (Clopper & Pearson 1934), as if the population were infinite. */
export function clopperPearsonInterval(found: Found, confidence: number): Interval {
  const { drawn, holds, holdsAtMost } = found;
  const half = (1 - confidence) / 2;
  const lower = holds === 0 ? 0 : bisect((p) => binomialTail("at-least", holds, drawn, p) >= half);
  const upper = holdsAtMost === drawn ? 1 : bisect((p) => binomialTail("at-most", holdsAtMost, drawn, p) <= half);
  return inUnits(found, lower, upper);
}

/** Wilson's score interval (1927): shorter, and right on average only. */
export function wilsonInterval(found: Found, confidence: number): Interval {
  const z = QUANTILES.find(([level]) => level === confidence)?.[1];
  if (z === undefined) throw new RangeError(`no quantile for the confidence ${confidence}`);
  const { drawn, holds, holdsAtMost } = found;
  const bound = (successes: number, sign: 1 | -1) => {
    const [p, zz] = [successes / drawn, z * z];
    const spread = z * Math.sqrt((p * (1 - p)) / drawn + zz / (4 * drawn * drawn));
    return Math.min(1, Math.max(0, (p + zz / (2 * drawn) + sign * spread) / (1 + zz / drawn)));
  };
  return inUnits(found, holds === 0 ? 0 : bound(holds, -1), holdsAtMost === drawn ? 1 : bound(holdsAtMost, 1));
}

/** Shares of units, never narrower than what was seen itself. */
function inUnits({ units, drawn, holds, holdsAtMost }: Found, lower: number, upper: number): Interval {
  const least = Math.max(holds, Math.floor(lower * units));
  const most = Math.min(units - (drawn - holdsAtMost), Math.ceil(upper * units));
  return { lower: roundDown(lower), upper: roundUp(upper), least, most: Math.max(least, most) };
}

/** The first whole number for which a condition holds that stays true from there on; `to` when none before it. */
function firstFrom(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place in [0, 1] at which a condition becomes true, to the last digit. */
function bisect(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Outward to six decimals; what lies on the grid but for the last bits of a division stays there. */
export function roundDown(share: number): number {
  return Math.max(0, Math.floor(share * 1e6 + 1e-7) / 1e6);
}

export function roundUp(share: number): number {
  return Math.min(1, Math.ceil(share * 1e6 - 1e-7) / 1e6);
}
