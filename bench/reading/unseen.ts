import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import { ROOT } from "../peers/peer.ts";
import { ChargedFacts, isThere, readLines } from "./data.ts";
import type { Figure } from "./figure.ts";
import { measureJudgments, type Read } from "./judgments.ts";
import { measureShippedClue } from "./shipped-clue.ts";

/** I was read for its misses while the rules were mended; II was only measured, after the last change. */
export type Half = "I" | "II";

const list = z.array(z.string()).default([]);
/**
 * Our own labels of documents outside the development sets: ids and values, no words of a document. `public` are excerpts of published cases (guiding and model
 * cases, court and press reports) at the address; the other sources are the sets beside the project. A row without `items` is labelled for the clue alone.
 */
const OwnLabel = z.object({
  id: z.string(),
  source: z.enum(["public", "lawbench", "related", "charges", "lecard"]),
  half: z.enum(["I", "II"]),
  isPersonalInformationCase: z.boolean().default(false),
  items: z.object({ totalAsFound: z.number().nullable() }).optional(),
  gains: z.object({ amount: z.number() }).nullable().default(null),
  insider: z.boolean().nullable().default(null),
  industry: z.string().nullable().default(null),
  industries: list,
  dataSectors: list,
  conducts: list,
  downstream: list,
  groups: list,
  band: z.string().nullable().default(null),
  pilClue: z.boolean(),
});
type OwnLabel = z.infer<typeof OwnLabel>;

const LABELS = join(ROOT, "bench/reading/own-labels.jsonl");
/** The excerpts of published cases are not ours to keep in the project: they stand beside it, or those rows are skipped. */
const TEXTS = join(ROOT, "../unseen/texts.jsonl");
const NOT_LABELLED: ReadonlySet<string> = new Set(["charges", "provisions, hand-read judgments"]);

/** What we reach on one half of the unseen set; empty where its texts are not there. */
export function measureUnseen(half: Half): Figure[] {
  const texts = readTexts();
  const knowledge = loadKnowledge();
  const known = readOwnLabels().flatMap((label) => {
    const text = label.half === half ? texts.get(keyOf(label)) : undefined;
    return text === undefined ? [] : [{ label, text }];
  });
  if (!known.some(({ label }) => label.items !== undefined)) return [];
  const reads = known.flatMap(({ label, text }): Read[] =>
    label.items === undefined
      ? []
      : [
          {
            label: { ...label, items: label.items, charges: [], citations: [], recommendationClue: null },
            text,
            answer: readText(text, knowledge),
          },
        ],
  );
  const note = `own labels, half ${half}`;
  return [
    ...measureJudgments(reads, note).filter((figure) => !NOT_LABELLED.has(figure.task)),
    ...measureShippedClue(
      known.map(({ label, text }) => ({ id: label.id, text, isClue: label.pilClue })),
      note,
    ),
  ];
}

function readOwnLabels(): OwnLabel[] {
  return readFileSync(LABELS, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => OwnLabel.parse(JSON.parse(line)));
}

/** Lines of one set by id come from one file of it; ids of the three sets are of one numbering. */
function keyOf({ source, id }: OwnLabel): string {
  return source === "public" || source === "lawbench" ? id : `${source}:${id}`;
}

function readTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  if (existsSync(TEXTS))
    for (const line of readFileSync(TEXTS, "utf8").split("\n")) {
      if (line === "") continue;
      const { id, text } = z.object({ id: z.string(), text: z.string() }).parse(JSON.parse(line));
      texts.set(id, text);
    }
  const related = "cyber_cases/related_network_judgments.jsonl.gz";
  const full = z.object({ id: z.coerce.string(), full: z.string() });
  if (isThere(related)) for (const { id, full: text } of readLines(related, full)) texts.set(`related:${id}`, text);
  const charges = "charges/facts_charges.jsonl.gz";
  if (isThere(charges)) for (const { id, facts } of readLines(charges, ChargedFacts)) texts.set(`charges:${id}`, facts);
  const lecard = "lecard/docs.jsonl.gz";
  const facts = z.object({ id: z.coerce.string(), facts: z.string() });
  if (isThere(lecard)) for (const { id, facts: text } of readLines(lecard, facts)) texts.set(`lecard:${id}`, text);
  return texts;
}
