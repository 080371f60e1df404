import type { ClueSentence } from "#clues/clues.contract.ts";

/** `from` and `wide` are per cent of the widest reach of the running sum. */
type LaidReason = { readonly key: string; readonly label: string; readonly weight: number; readonly from: number; readonly wide: number };

/** Lays the weights of the sentences end to end; those without a weight are no reasons. The sum is that of the weights. */
export function layReasons(sentences: readonly ClueSentence[]): { readonly rows: readonly LaidReason[]; readonly sum: number } {
  const weighed = sentences.flatMap(({ weight, term, text, from, to }) =>
    weight === null ? [] : [{ key: `${term} ${from} ${to}`, label: term ?? text, weight }],
  );
  let sum = 0;
  const ends = weighed.map(({ weight }) => {
    sum += weight;
    return sum;
  });
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const reach = high - low || 1;
  const rows = weighed.map((one, place) => {
    const [begin, end] = [place === 0 ? 0 : (ends[place - 1] ?? 0), ends[place] ?? 0];
    return { ...one, from: ((Math.min(begin, end) - low) / reach) * 100, wide: (Math.abs(one.weight) / reach) * 100 };
  });
  return { rows, sum };
}
