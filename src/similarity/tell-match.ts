import { isSameText, weighElement } from "#similarity/compare-cases.ts";
import { CASE_ELEMENTS } from "#similarity/elements/find-elements.ts";
import type { SimilarityModel } from "#similarity/model/similarity-model.ts";
import type { CaseProfile } from "#similarity/profile-case.ts";

const MOST_ELEMENTS = 12;
const MOST_WORDS = 6;
const MOST_MISSING = 8;
/** A charge is said to fit both from this share on, the mean (of the square roots) of the two distributions'. */
const FITS = 0.12;
/** A shared word is worth saying when it points to a charge at least this strongly. */
const TELLING = 0.5;
/** What both cases tell of and what the candidate does not, as a prosecutor would say it: charges, elements by weight, words, bands. */
export function tellMatch(query: CaseProfile, candidate: CaseProfile, model: SimilarityModel): { matched: string[]; missing: string[] } {
  const asked = [...query.elements.keys()].sort((a, b) => weighElement(query, b, model) - weighElement(query, a, model) || a - b);
  const shared = asked.filter((element) => candidate.elements.has(element));
  const names = shared.slice(0, MOST_ELEMENTS).map(nameOf);
  const band = query.moneyBand();
  return {
    matched: [
      ...(isSameText(query, candidate) ? ["全文相同"] : []),
      ...findSharedCharges(query, candidate, model),
      ...names,
      ...findSharedWords(query, candidate, model).filter((word) => !names.some((name) => name.includes(word))),
      ...(band !== null && band === candidate.moneyBand() ? [`所述最大金额同在${band}`] : []),
    ],
    missing: asked
      .filter((element) => !candidate.elements.has(element))
      .slice(0, MOST_MISSING)
      .map(nameOf),
  };
}

function findSharedCharges({ charges: a }: CaseProfile, { charges: b }: CaseProfile, model: SimilarityModel): string[] {
  return model.charges.flatMap(({ name }, charge) =>
    Math.sqrt((a.withNamed.shares[charge] ?? 0) * (b.withNamed.shares[charge] ?? 0)) >= FITS ? [name] : [],
  );
}

/** Words of two characters and more that both texts have and that point to a charge, the most telling first. */
export function findSharedWords(query: CaseProfile, candidate: CaseProfile, model: SimilarityModel): string[] {
  const telling: { term: number; weight: number }[] = [];
  for (const term of query.words.keys()) {
    if (!candidate.words.has(term)) continue;
    const strongest = (model.pulls[term] ?? []).reduce((most, [, pull]) => Math.max(most, pull), 0);
    if (strongest >= TELLING) telling.push({ term, weight: strongest * (model.rarity[term] ?? 0) });
  }
  telling.sort((a, b) => b.weight - a.weight || a.term - b.term);
  return telling
    .map(({ term }) => model.words[term] ?? "")
    .filter((word) => word.length > 1)
    .slice(0, MOST_WORDS);
}

/** The band of the greatest sum of yuan in a text; null without one. Sums are looked for only right before 元: a whole text costs too much. */
function nameOf(element: number): string {
  return CASE_ELEMENTS[element]?.name ?? "";
}
