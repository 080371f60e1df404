import { allocate } from "#sampling/allocate.ts";
import { intervalOf } from "#sampling/intervals.ts";
import type { IntervalMethod, SampleDesign } from "#sampling/sampling.contract.ts";

/** Nobody checks more units by hand: the design refuses them. */
export const LARGEST_SAMPLE = 10_000;

type Sizing = Pick<SampleDesign, "strata" | "confidence" | "margin" | "expectedShare" | "method" | "allocation">;

/**
 * What the interval over all strata is made by: sums of the strata's intervals, each at a confidence such that all hold together at the
 * wanted one (Bonferroni). Wilson's interval is no exact one and is used for a single stratum only.
 */
export function totalMethod({ strata, confidence, method }: Pick<Sizing, "strata" | "confidence" | "method">): {
  method: IntervalMethod;
  confidence: number;
} {
  if (strata.length === 1) return { method, confidence };
  return { method: method === "wilson" ? "hypergeometric" : method, confidence: 1 - (1 - confidence) / strata.length };
}

/**
 * The smallest sample for which the interval over all strata, at the share that is expected, is no wider than twice the margin.
 * Null when even the largest sample is too small.
 */
export function findSampleSize(design: Sizing): number | null {
  const population = design.strata.reduce((sum, { units }) => sum + units, 0);
  const smallest = design.strata.length;
  const largest = Math.min(population, LARGEST_SAMPLE);
  if (largest < smallest) return null;
  const fits = (size: number) => expectedMargin(size, design) <= design.margin;
  let high = smallest;
  while (high < largest && !fits(high)) high = Math.min(largest, high * 2);
  if (!fits(high)) return null;
  let low = Math.max(smallest, Math.floor(high / 2));
  // The width falls with the size but for steps of whole numbers: halving finds the neighbourhood, the walk down the place itself.
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  for (let size = high - 1, misses = 0; size >= smallest && misses < 12; size--) {
    if (fits(size)) [high, misses] = [size, 0];
    else misses++;
  }
  return high;
}

/** Half of the width of the interval over all strata, as a share, if the expected share holds in each; the wider one of rounding down and up. */
export function expectedMargin(size: number, design: Sizing): number {
  const { strata, expectedShare } = design;
  const population = strata.reduce((sum, { units }) => sum + units, 0);
  const given = allocate(
    size,
    strata.map(({ units }) => units),
    design.allocation,
  );
  const { method, confidence } = totalMethod(design);
  const widthAt = (round: (value: number) => number) => {
    let width = 0;
    for (const [at, { units }] of strata.entries()) {
      const drawn = given[at] ?? 0;
      const holds = Math.min(drawn, Math.max(0, round(drawn * expectedShare)));
      const { least, most } = intervalOf(method, { units, drawn, holds, holdsAtMost: holds }, confidence);
      width += most - least;
    }
    return width;
  };
  return Math.max(widthAt(Math.floor), widthAt(Math.ceil)) / (2 * population);
}
