import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import { buildFacts } from "#statutes/statutes.builder.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

const Facts = z.record(z.string(), z.unknown());
const Rows = z.array(z.object({ facts: Facts.optional(), only: Facts.optional(), without: z.array(z.string()).default([]) }));
const Table = z.union([Rows.transform((cases) => ({ base: undefined, cases })), z.object({ base: Facts, cases: Rows })]);

/**
 * The facts of every row of the case tables beside the provisions, by offence. Rows that are no facts (refusals, questions of `flip`) are left out.
 * @param folder of the statutes, with `provisions/` and `law-cases/`
 */
export function readFactsOfCases(folder: string): Map<string, (InfringingFacts | OffenceFacts)[]> {
  const found = new Map<string, (InfringingFacts | OffenceFacts)[]>();
  for (const file of globSync(join(folder, "**", "*.cases.yaml")).sort()) {
    const { base = buildFacts(), cases } = Table.parse(parse(readFileSync(file, "utf8"), { merge: true }));
    for (const { facts, only, without } of cases) {
      const told = Object.entries(only ?? { ...base, ...facts }).filter(([name]) => !without.includes(name));
      const parsed = parseFacts(Object.fromEntries(told));
      if (!parsed.ok) continue;
      found.set(parsed.facts.offence, [...(found.get(parsed.facts.offence) ?? []), parsed.facts]);
    }
  }
  return found;
}
