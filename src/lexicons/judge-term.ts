import { REFUSED_KINDS } from "#lexicons/refused-terms.data.ts";
import { normaliseTerm } from "#reading/terms/change-terms.ts";
import type { TermList } from "#reading/terms/lexicon.ts";

type Words = { readonly zh: string; readonly en: string };

export const LEAST_SIGNS = 2;
export const MOST_SIGNS = 40;

/** 词条 as it would be kept, or what is wrong with it. Pure. */
export function judgeTerm(
  list: TermList,
  raw: string,
): { readonly ok: true; readonly term: string } | { readonly ok: false; readonly expected: Words } {
  const term = normaliseTerm(raw);
  const signs = [...term].length;
  if (signs < LEAST_SIGNS || signs > MOST_SIGNS) {
    const expected = { zh: `${LEAST_SIGNS}至${MOST_SIGNS}个字`, en: `${LEAST_SIGNS} to ${MOST_SIGNS} characters` };
    return { ok: false, expected };
  }
  if (!/[\p{L}\p{N}]/u.test(term)) return { ok: false, expected: { zh: "文字，不能只有标点", en: "words, not punctuation alone" } };
  const refused = REFUSED_KINDS.find(({ except, patterns }) => !except?.includes(list) && patterns.some((pattern) => pattern.test(term)));
  if (refused !== undefined) {
    const expected = {
      zh: `与人的身份无关的词（人的属性不参与线索判断，不收录：${refused.name.zh}）`,
      en: `a word that says nothing of who somebody is (no attribute of a person takes part; refused: ${refused.name.en})`,
    };
    return { ok: false, expected };
  }
  return { ok: true, term };
}
