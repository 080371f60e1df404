/** Words (pairs of characters) that speak for a charge, with their weights: what `charge-words.json` holds. */
export type ChargeWords = {
  readonly charges: Readonly<Record<string, { readonly bias: number; readonly words: Readonly<Record<string, number>> }>>;
};

export type SuggestedCharge = {
  name: string;
  score: number;
  words: { word: string; weight: number; from: number; to: number }[];
};

/** Longer facts say nothing new of the charge. */
const READ = 3000;
const HAN = /[\p{Script=Han}]+/gu;

/** The pairs of neighbouring Chinese characters of a text, each once, with where it stands first. */
export function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const run of text.slice(0, READ).matchAll(HAN))
    for (let at = 0; at + 1 < run[0].length; at++) {
      const pair = run[0].slice(at, at + 2);
      if (!pairs.has(pair)) pairs.set(pair, run.index + at);
    }
  return pairs;
}

/** A document of a criminal case long enough to tell facts. */
const CRIMINAL = /被告人|被告单位|犯罪嫌疑人|指控/;
const SHORTEST = 60;
const LEAST_WORDS = 6;

/** The charges whose words the facts hold, best first; each score is its bias and the weights of its words, added up. None for what tells no facts of a crime. */
export function suggestCharges(text: string, { charges }: ChargeWords, top = 3): SuggestedCharge[] {
  if (text.length < SHORTEST || !CRIMINAL.test(text)) return [];
  const pairs = pairsOf(text);
  return Object.entries(charges)
    .map(([name, { bias, words }]) => {
      const found = Object.entries(words).flatMap(([word, weight]) => {
        const from = pairs.get(word);
        return from === undefined || weight === 0 ? [] : [{ word, weight, from, to: from + word.length }];
      });
      const score = Math.round(found.reduce((sum, { weight }) => sum + weight, bias) * 1000) / 1000;
      return { name, score, words: found };
    })
    .filter(({ words, score }) => words.length >= LEAST_WORDS && score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, top);
}
