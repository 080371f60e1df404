import { type ChargeWords, pairsOf } from "#reading/charges/suggest-charges.ts";

/** A charge with fewer cases is not learned. */
const LEAST = 3;
/** Pairs in fewer documents are names. */
const RARE = 6;
const WORDS = 120;
const ROUNDS = 10;

/**
 * An averaged perceptron over the pairs that tell a charge best from the others: for each charge the pairs with the largest gain of information, then weights moved
 * by each mistaken document, in the order given. The same cases give the same weights.
 */
export function trainCharges(cases: readonly { readonly facts: string; readonly charges: readonly string[] }[]): ChargeWords {
  const documents = cases.map(({ facts, charges }) => ({ pairs: new Set(pairsOf(facts).keys()), charges }));
  const total = new Map<string, number>();
  for (const { pairs } of documents) for (const pair of pairs) total.set(pair, (total.get(pair) ?? 0) + 1);
  const names = [...new Set(cases.flatMap(({ charges }) => charges))]
    .filter((name) => cases.filter(({ charges }) => charges[0] === name).length >= LEAST)
    .sort();
  const chosen = names.map((name) =>
    chooseWords(
      documents.filter(({ charges }) => charges.includes(name)),
      total,
      documents.length,
    ),
  );
  const weights = chosen.map((words) => new Map(words));
  const sums = chosen.map((words) => new Map(words.map(([word]) => [word, 0])));
  const bias = names.map(() => 0);
  const biasSums = names.map(() => 0);
  const lists = documents.map(({ pairs }) => chosen.map((words) => words.flatMap(([word]) => (pairs.has(word) ? [word] : []))));
  for (let round = 0; round < ROUNDS; round++) {
    documents.forEach(({ charges }, at) => {
      const scores = names.map((_, index) =>
        (lists[at]?.[index] ?? []).reduce((sum, word) => sum + (weights[index]?.get(word) ?? 0), bias[index] ?? 0),
      );
      const right = names.indexOf(charges[0] ?? "");
      if (right < 0) return;
      const rivals = names.flatMap((name, index) => (charges.includes(name) ? [] : [index]));
      const worst = rivals.reduce((best, index) => ((scores[index] ?? 0) > (scores[best] ?? 0) ? index : best), rivals[0] ?? 0);
      if ((scores[right] ?? 0) > (scores[worst] ?? 0) + 1) return;
      for (const [index, step] of [
        [right, 0.1],
        [worst, -0.1],
      ] as const) {
        for (const word of lists[at]?.[index] ?? []) weights[index]?.set(word, (weights[index]?.get(word) ?? 0) + step);
        bias[index] = (bias[index] ?? 0) + step;
      }
    });
    weights.forEach((words, index) => {
      for (const [word, weight] of words) sums[index]?.set(word, (sums[index]?.get(word) ?? 0) + weight);
      biasSums[index] = (biasSums[index] ?? 0) + (bias[index] ?? 0);
    });
  }
  const round3 = (value: number) => Math.round((value / ROUNDS) * 1000) / 1000;
  return {
    charges: Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          bias: round3(biasSums[index] ?? 0),
          words: Object.fromEntries([...(sums[index] ?? [])].map(([word, sum]) => [word, round3(sum)])),
        },
      ]),
    ),
  };
}

/** The pairs that stand more often in a charge's documents than elsewhere, by the gain of information, each with a first weight. */
function chooseWords(
  own: readonly { readonly pairs: ReadonlySet<string> }[],
  total: ReadonlyMap<string, number>,
  all: number,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const { pairs } of own) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const rated = [...counts].flatMap(([pair, count]): [string, number, number][] => {
    const everywhere = total.get(pair) ?? 0;
    if (everywhere < RARE || count < 2) return [];
    const [here, there] = [(count + 0.2) / (own.length + 1), (everywhere - count + 0.5) / (all - own.length + 1)];
    const gain = (here - there) * Math.log(here / there);
    return here > there ? [[pair, gain, Math.log(here / there)]] : [];
  });
  return rated
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS)
    .map(([pair, , ratio]) => [pair, Math.min(4, ratio) * 0.15]);
}
