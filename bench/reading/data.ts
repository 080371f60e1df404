import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { ROOT } from "../peers/peer.ts";

/** The labelled sets beside the project; they are read, never copied. */
export const DATA = join(ROOT, "../shared/data");

export function isThere(...names: readonly string[]): boolean {
  return names.every((name) => existsSync(join(DATA, name)));
}

export function readLines<T>(name: string, shape: z.ZodType<T>): T[] {
  const bytes = readFileSync(join(DATA, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => shape.parse(JSON.parse(line)));
}

export const JudgmentLabel = z.object({
  id: z.string(),
  isPersonalInformationCase: z.boolean(),
  charges: z.array(z.string()),
  citations: z.array(z.object({ law: z.string(), article: z.string() })),
  items: z.object({ totalAsFound: z.number().nullable(), alleged: z.number().nullable().optional() }),
  gains: z.object({ amount: z.number() }).nullable(),
  insider: z.boolean().nullable(),
  industry: z.string().nullable(),
  industries: z.array(z.string()),
  dataSectors: z.array(z.string()),
  conducts: z.array(z.string()),
  downstream: z.array(z.string()),
  groups: z.array(z.string()),
  band: z.string().nullable(),
  pilClue: z.boolean(),
  recommendationClue: z.boolean().nullable(),
});
export const Judgment = z.object({ id: z.coerce.string(), full: z.string() });
export const ClueLabel = z.object({
  id: z.string(),
  text: z.string(),
  pilClue: z.boolean(),
  recommendationClue: z.boolean().nullable(),
  inJudgmentLabels: z.boolean().optional(),
});
export const ChargedFacts = z.object({ id: z.coerce.string(), facts: z.string(), charges: z.array(z.string()) });
export const AmountTask = z.object({ idx: z.number(), question: z.string(), answer: z.string() });
