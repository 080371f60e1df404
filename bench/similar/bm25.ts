import { cutWords } from "#similarity/words/cut-words.ts";
import type { Lecard, Runs } from "./lecard.ts";

/** Plain BM25 over jieba's words within each pool (k 1.2, b 0.75), the baseline a learned ranking must beat. */
export function rankByBm25(lecard: Lecard, texts: ReadonlyMap<string, string>): Runs {
  const known = new Map<string, { counts: Map<string, number>; length: number }>();
  const read = (id: string): { counts: Map<string, number>; length: number } => {
    let document = known.get(id);
    if (document === undefined) known.set(id, (document = countWords(texts.get(id) ?? "")));
    return document;
  };
  return Object.fromEntries(
    lecard.queries.map(({ id, text }) => {
      const query = countWords(text);
      const pool = (lecard.pools[id] ?? []).map((candidate) => ({ candidate, ...read(candidate) }));
      const average = pool.reduce((sum, { length }) => sum + length, 0) / pool.length;
      const rarity = new Map(
        [...query.counts.keys()].map((word) => {
          const found = pool.filter(({ counts }) => counts.has(word)).length;
          return [word, Math.log(1 + (pool.length - found + 0.5) / (found + 0.5))];
        }),
      );
      const scored = pool.map(({ candidate, counts, length }) => {
        let score = 0;
        for (const word of query.counts.keys()) {
          const count = counts.get(word) ?? 0;
          score += ((rarity.get(word) ?? 0) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
        }
        return { candidate, score };
      });
      scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1));
      return [id, scored.map(({ candidate }) => candidate)];
    }),
  );
}

function countWords(text: string): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  let length = 0;
  for (const word of cutWords(text)) {
    if (!/[\u4e00-\u9fffA-Za-z0-9]/.test(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    length++;
  }
  return { counts, length };
}
