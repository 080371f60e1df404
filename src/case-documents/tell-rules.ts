import { createHash } from "node:crypto";
import type { Knowledge } from "#reading/read-text.ts";

/** 规则版本 what a reading went by: the tool, the day of the lexicon, and a fingerprint of terms and weights (12 signs of SHA-256). */
export type Rules = { readonly tool: string; readonly lexicon: string; readonly knowledge: string };

export function tellRules({ lexicon, weights, chargeWords }: Knowledge, tool: string): Rules {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([lexicon.terms, weights, chargeWords]));
  return { tool, lexicon: lexicon.version, knowledge: hash.digest("hex").slice(0, 12) };
}
