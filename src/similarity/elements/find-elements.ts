import { ELEMENTS } from "#similarity/elements/elements.data.ts";
import { buildTermIndex, countTerms } from "#similarity/words/count-terms.ts";

/** 要素 one thing two cases are compared by: its kind (行为, 对象, 结果, 手段, 主体, 关系, 情节, 补救) and its name. */
export type CaseElement = { readonly kind: string; readonly name: string };

/** Every element by its number; the numbers stand in the model's table of frequencies under the names. */
export const CASE_ELEMENTS: readonly CaseElement[] = ELEMENTS.map(([kind, name]) => ({ kind, name }));

const INDEX = buildTermIndex(ELEMENTS.flatMap(([, , terms], of) => terms.split(" ").map((term) => [term, of] as const)));

/** The elements the text tells of, by their number, each with how often. */
export function findElements(text: string): ReadonlyMap<number, number> {
  return countTerms(text, INDEX);
}
