import { INDUSTRY_NAMES } from "#reading/facts/industry-names.data.ts";
import type { Industry } from "#reading/reading.contract.ts";

/** A platform or an app is a means; a trade named beside it is whose it is. */
const MEANS: ReadonlySet<Industry> = new Set(["internet", "other"]);

/** The trade that words for a unit, a system or a post name; of several the one named last, since the head of a name stands at its end. Null where they name none. */
export function nameIndustry(words: string): Industry | null {
  let best: { readonly industry: Industry; readonly at: number } | null = null;
  for (const [industry, names] of INDUSTRY_NAMES)
    for (const { index } of words.matchAll(names)) {
      const isMeans = MEANS.has(industry);
      if (best === null || (MEANS.has(best.industry) && !isMeans) || (index >= best.at && MEANS.has(best.industry) === isMeans))
        best = { industry, at: index };
    }
  return best?.industry ?? null;
}
