import { z } from "zod";

/** `ranking.json`: all of the model but its words. */
export const RankingFile = z.object({
  version: z.string(),
  /** background documents the frequencies were counted on */
  documents: z.number().positive(),
  /** known words of an average judged document */
  averageWords: z.number().positive(),
  intercept: z.number(),
  weights: z.object({
    words: z.number(),
    chargeFit: z.number(),
    chargeShared: z.number(),
    chargeCovered: z.number(),
    chargeNamed: z.number(),
    elements: z.number(),
    conducts: z.number(),
    circumstances: z.number(),
    drugWeight: z.number(),
  }),
  charges: z.array(z.object({ name: z.string(), bias: z.number() })),
  /** background documents that tell of an element, by its name */
  elementDocuments: z.record(z.string(), z.number()),
});
export type RankingFile = z.infer<typeof RankingFile>;
export type FeatureName = keyof RankingFile["weights"];

export type SimilarityModel = Omit<RankingFile, "elementDocuments"> & {
  /** the number of each known word */
  readonly terms: ReadonlyMap<string, number>;
  /** the words by their number */
  readonly words: readonly string[];
  /** ln(documents / documents with the word), by term */
  readonly rarity: Float64Array;
  /** the same as BM25 weighs it */
  readonly bm25Rarity: Float64Array;
  /** what a word pulls towards, by term: charge and weight */
  readonly pulls: readonly (readonly (readonly [charge: number, pull: number])[])[];
  /** ln(documents / documents with the element), by element; ten documents are added so that a very rare one does not drown the rest */
  readonly elementRarity: Float64Array;
};

const RARE = 10;
/** Pulls are written in hundredths. */
export const PULL_UNIT = 100;

/**
 * `terms.tsv`: a line a word: the word, the background documents that have it, and `charge:pull` in hundredths.
 * @throws when a line is not of this shape: that is a bug of the release
 */
export function buildModel(ranking: RankingFile, terms: string, elementNames: readonly string[]): SimilarityModel {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const pulls: (readonly (readonly [number, number])[])[] = [];
  for (const line of terms.split("\n")) {
    if (line === "") continue;
    const [word = "", documents = "", list = ""] = line.split("\t");
    const frequency = Number(documents);
    if (word === "" || !(frequency > 0)) throw new Error(`terms.tsv, word ${numbers.size + 1}: no frequency`);
    numbers.set(word, numbers.size);
    frequencies.push(frequency);
    pulls.push(list === "" ? [] : list.split(",").map(readPull));
  }
  const { documents } = ranking;
  return {
    ...ranking,
    terms: numbers,
    words: [...numbers.keys()],
    rarity: Float64Array.from(frequencies, (found) => Math.log(documents / found)),
    bm25Rarity: Float64Array.from(frequencies, (found) => Math.log(1 + (documents - found + 0.5) / (found + 0.5))),
    pulls,
    elementRarity: Float64Array.from(elementNames, (name) =>
      Math.max(0, Math.log(documents / ((ranking.elementDocuments[name] ?? 0) + RARE))),
    ),
  };
}

function readPull(pair: string): readonly [number, number] {
  const [charge, pull] = pair.split(":").map(Number);
  if (charge === undefined || pull === undefined || !Number.isInteger(charge) || !Number.isInteger(pull))
    throw new Error(`terms.tsv: ${pair} is no pull`);
  return [charge, pull / PULL_UNIT];
}
