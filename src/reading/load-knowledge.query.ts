import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Knowledge } from "#reading/read-text.ts";
import { loadLexicon } from "#reading/terms/load-lexicon.query.ts";

const WeightsFile = z.object({ threshold: z.number().positive(), weights: z.record(z.string(), z.number()) });
const ChargeFile = z.object({ charges: z.record(z.string(), z.object({ bias: z.number(), words: z.record(z.string(), z.number()) })) });
let loaded: Knowledge | null = null;

/** The lexicon and the weights as they ship, read once. @throws when a file is not of the shape */
export function loadKnowledge(): Knowledge {
  if (loaded !== null) return loaded;
  const weights = WeightsFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, "clues/clue-weights.json"), "utf8")));
  const chargeWords = ChargeFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, "charges/charge-words.json"), "utf8")));
  loaded = { lexicon: loadLexicon(), weights, chargeWords };
  return loaded;
}
