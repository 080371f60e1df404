import type { Sign } from "#reading/clues/find-signs.ts";
import type { ReadClue } from "#reading/reading.contract.ts";

/** Weights of signs in hundredths of the threshold's double: a document is a clue from `threshold` on. */
export type Weights = { readonly threshold: number; readonly weights: Readonly<Record<string, number>> };

/** Scores are printed with this many places, and their sum is exact in them. */
const PLACES = 10_000;

/**
 * The score of a document between 0 and 1 and what each sign adds to it; 0.5 is the threshold. The weights of the reasons add up to the score exactly as
 * printed. Where signs would pass 1 all are scaled down together.
 */
export function scoreSigns(signs: readonly Sign[], { threshold, weights }: Weights): Pick<ReadClue, "score" | "reasons"> {
  const weighed = signs.map((sign) => ({ sign, weight: weights[sign.name] ?? 0 })).filter(({ weight }) => weight !== 0);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return { score: 0, reasons: [] };
  const scale = Math.min(0.5 / threshold, 1 / total);
  const parts = weighed.map(({ weight }) => Math.round(weight * scale * PLACES));
  const score = parts.reduce((sum, part) => sum + part, 0);
  // Rounding may pass 1 by some ten-thousandths: the largest part gives them back.
  const over = Math.max(0, score - PLACES);
  const largest = parts.indexOf(Math.max(...parts));
  const reasons = weighed.map(({ sign }, index) => ({
    term: sign.term,
    sign: sign.name,
    weight: ((parts[index] ?? 0) - (index === largest ? over : 0)) / PLACES,
    from: sign.from,
    to: sign.to,
  }));
  return { score: (score - over) / PLACES, reasons };
}
