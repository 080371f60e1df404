import { expect, test } from "vitest";
import { bandAt, placeOf, possibleFrom, tellMargin, topOf, valueAt } from "#web/law/flip-map/flip-scale.ts";
import { moveFact } from "#web/law/flip-map/move-fact.ts";

const spans = [
  { from: 0, to: 4999, band: "none", atMost: "serious" },
  { from: 5000, to: 49_999, band: "serious", atMost: "serious" },
  { from: 50_000, to: null, band: "especially-serious", atMost: "especially-serious" },
] as const;

test("the band of a number is that of its stretch, the threshold itself included", () => {
  expect([0, 4999, 4999.9, 5000, 50_000].map((value) => bandAt(spans, value))).toEqual([
    "none",
    "none",
    "none",
    "serious",
    "especially-serious",
  ]);
});

test("a line shows every threshold and the present number, evenly in their digits", () => {
  const top = topOf(spans, 600_000);
  expect(top).toBeGreaterThanOrEqual(1_200_000);
  expect(placeOf(0, top)).toBe(0);
  expect(placeOf(5000, top)).toBeLessThan(placeOf(50_000, top));
  expect(placeOf(10 * top, top)).toBe(1);
  expect([valueAt(0, top), valueAt(1000, top)]).toEqual([0, 1_200_000]);
});

test("a higher band that is only possible is told apart from one that is certain", () => {
  expect(possibleFrom(spans, 10)).toEqual({ at: 50_000, to: "especially-serious" });
  expect(possibleFrom(spans, 60_000)).toBeNull();
});

test("a margin carries its sign and no more digits than help", () => {
  expect([-0.1668, 0.005, 7.3333, -0].map(tellMargin)).toEqual(["−16.7%", "+0.5%", "+733%", "<0.1%"]);
});

test("one fact moves, in sets and conducts by their names, and the facts as told stay", () => {
  const facts = {
    offence: "infringing-personal-information" as const,
    sets: [
      { id: "s1", tier: "C" as const, items: 10, conducts: [{ kind: "sell" as const }] },
      { id: "s1.b", items: 20 },
    ],
  };
  expect(moveFact(facts, "sets.s1.items", 99)).toMatchObject({ sets: [{ items: 99 }, { items: 20 }] });
  expect(moveFact(facts, "sets.s1.b.items", 5)).toMatchObject({ sets: [{ items: 10 }, { items: 5 }] });
  expect(moveFact(facts, "sets.s1.conducts.1.kind", "provide")).toMatchObject({ sets: [{ conducts: [{ kind: "provide" }] }, {}] });
  expect(moveFact(facts, "sets.s1.items", "many")).toBe(facts);
  expect(facts.sets[0]?.items).toBe(10);
});
