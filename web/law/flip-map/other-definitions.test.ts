import { expect, test } from "vitest";
import { factsUnder, otherDefinitions } from "#web/law/flip-map/other-definitions.ts";

const line = (seized: number, valid: number, distinct: number) => ({ seized, valid, distinct, excluded: {}, duplicates: valid - distinct });
const nothing = line(0, 0, 0);

test("the numbers of another definition take the place of those from the count, and of no others", () => {
  const facts = {
    offence: "infringing-personal-information" as const,
    sets: [
      { id: "count-C", tier: "C" as const, items: 4800 },
      { id: "s1", tier: "C" as const, items: 7 },
    ],
  };
  expect(factsUnder(facts, { A: 1, B: 2, C: 5200 })?.sets).toEqual([
    { id: "count-C", tier: "C", items: 5200 },
    { id: "s1", tier: "C", items: 7 },
  ]);
  expect(factsUnder({ ...facts, sets: [{ id: "s1", tier: "C", items: 7 }] }, { A: 1, B: 2, C: 3 })).toBeNull();
});

test("not removing doubles and not removing invalid items are definitions too", () => {
  const tiers = { A: nothing, B: nothing, C: line(9000, 8000, 4800) };
  const all = otherDefinitions({ ledger: { total: line(9000, 8000, 4800), tiers }, definitions: [] });
  expect(all.map(({ id, items }) => [id, items.C])).toEqual([
    ["valid", 8000],
    ["seized", 9000],
  ]);
});
