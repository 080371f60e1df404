import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";

const none = z.literal("none");
const list = z.array(z.string()).optional();
const numbers = z.array(z.number()).optional();
const Case = z.strictObject({
  name: z.string(),
  text: z.string(),
  items: z.string().optional(),
  found: numbers,
  refused: numbers,
  gains: z.union([z.number(), none]).optional(),
  band: z.string().optional(),
  insider: none.optional(),
  conducts: list,
  groups: list,
  downstream: list,
  recipients: list,
  sources: list,
  sensitive: list,
  /** who says the recipient, source or sensitive kind that was read */
  by: z.string().optional(),
});
const cases = z.array(Case).parse(parse(readFileSync(join(import.meta.dirname, "stance.cases.yaml"), "utf8")));

test("the table holds at least eighty sentences, each once", () => {
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(80);
});

test.each(cases)("$name", ({ name: _name, text, ...expected }) => {
  const answer = readText(text, loadKnowledge());
  const [first] = answer.items;
  const countsBy = (basis: "found" | "refused") =>
    answer.items
      .filter((one) => one.basis?.includes(basis))
      .map(({ count }) => count)
      .sort((a, b) => a - b);
  const read: Record<string, unknown> = {
    items: first === undefined ? "none" : `${first.count} ${first.speaker}`,
    found: countsBy("found"),
    refused: countsBy("refused"),
    gains: answer.gains?.amount ?? "none",
    band: answer.band?.value ?? "none",
    insider: answer.insider?.industry ?? "none",
    conducts: answer.conducts,
    groups: answer.groups,
    downstream: answer.downstream,
    recipients: answer.recipients.map(({ role }) => role),
    sources: answer.leakSources.map(({ way }) => way),
    sensitive: answer.sensitive.map(({ kind }) => kind),
    by: [...answer.recipients, ...answer.leakSources, ...answer.sensitive][0]?.speaker,
  };
  for (const [field, value] of Object.entries(expected)) expect([field, read[field]]).toEqual([field, value]);
});
