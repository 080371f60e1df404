import type { ReadClue } from "#reading/reading.contract.ts";
import type { Lexicon, TermList } from "#reading/terms/lexicon.ts";

/** How often a term stood in a text, whatever its value, and how many of the text's clues have a reason that is this very word. */
export type TermCount = { readonly list: TermList; readonly term: string; readonly hits: number; readonly clues: number };

/** More terms than a document of a case holds; what has more is the word list of somebody. */
export const MOST_TERMS = 1000;

/** Which list the word of a sign was read from; the other signs are read by patterns and numbers. */
const LIST_OF_SIGN: Readonly<Record<string, TermList>> = {
  "data-words-once": "fields",
  "data-words-often": "fields",
  "data-words-throughout": "fields",
  "black-talk": "fields",
  "source-named": "industries",
  supervision: "industries",
  "gap-of-a-unit": "industries",
  "conduct-sell": "conducts",
  "conduct-obtain": "conducts",
  "used-for": "downstream",
  "special-group": "groups",
};

/** 词条命中 how often each term stood, the most frequent first, `MOST_TERMS` at most. A term of two values of a list is counted once. Pure, linear in the text. */
export function countTerms(text: string, lexicon: Lexicon, clues: readonly ReadClue[]): TermCount[] {
  const scanned = lexicon.scan(text);
  const counted = new Map<string, TermCount>();
  lexicon.terms.forEach(({ list, term }, index) => {
    const hits = scanned[index] ?? 0;
    if (hits > 0) counted.set(`${list}\t${term}`, { list, term, hits, clues: 0 });
  });
  for (const { reasons } of clues) {
    const words = reasons.flatMap(({ sign, from, to }) => {
      const list = LIST_OF_SIGN[sign];
      return list === undefined ? [] : [`${list}\t${text.slice(from, to)}`];
    });
    for (const key of new Set(words)) {
      const one = counted.get(key);
      if (one !== undefined) counted.set(key, { ...one, clues: one.clues + 1 });
    }
  }
  return [...counted.values()].sort((a, b) => b.hits - a.hits).slice(0, MOST_TERMS);
}
