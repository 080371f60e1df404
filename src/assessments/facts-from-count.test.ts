import { expect, test } from "vitest";
import { factsFromCount } from "#assessments/facts-from-count.ts";
import { InfringingFacts } from "#statutes/statutes.contract.ts";

test("a count gives one set a tier that holds anything, and leaves unknown what it cannot know", () => {
  const line = (distinct: number) => ({ seized: distinct + 2, valid: distinct + 1, distinct, excluded: { invalid: 1 }, duplicates: 1 });
  const facts = factsFromCount({ ledger: { total: line(560), tiers: { A: line(60), B: line(0), C: line(500) } } }, "2026-11-24");
  expect(facts).toEqual({
    offence: "infringing-personal-information",
    decisionDate: "2026-11-24",
    sets: [
      { id: "count-A", tier: "A", items: 60, conducts: null },
      { id: "count-C", tier: "C", items: 500, conducts: null },
    ],
  });
  expect(InfringingFacts.safeParse(facts).success).toBe(true);
});
