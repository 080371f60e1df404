import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import { ReadAnswer } from "#reading/reading.contract.ts";

const none = z.literal("none");
const list = z.array(z.string()).optional();
const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  items: z.union([z.number(), none]).optional(),
  tier: z.string().optional(),
  gains: z.union([z.number(), none]).optional(),
  band: z.string().optional(),
  insider: z.string().optional(),
  charges: list,
  citations: list,
  industries: list,
  sectors: list,
  groups: list,
  conducts: list,
  downstream: list,
  tracks: list,
});
const cases = ["reading.cases.yaml", "totals.cases.yaml"].flatMap((file) =>
  z.array(Case).parse(parse(readFileSync(join(import.meta.dirname, file), "utf8"))),
);
const knowledge = loadKnowledge();

test("the table holds at least sixty documents", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test.each(cases)("$name", ({ name: _name, text, ...expected }) => {
  const answer = ReadAnswer.parse(readText(text, knowledge));
  const read: Record<string, unknown> = {
    ...answer,
    items: answer.items[0]?.count ?? "none",
    tier: answer.items[0]?.tier ?? null,
    gains: answer.gains?.amount ?? "none",
    band: answer.band?.value ?? "none",
    insider: answer.insider?.industry ?? "none",
    citations: answer.citations.map(({ law, article, paragraph, item }) =>
      [law, article, ...(paragraph === null ? [] : [paragraph]), ...(item === null ? [] : [`(${item})`])].join(" "),
    ),
    tracks: answer.clues.map(({ track }) => track),
  };
  const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
  for (const [field, value] of Object.entries(expected)) expect([field, sorted(read[field])]).toEqual([field, sorted(value)]);
});
