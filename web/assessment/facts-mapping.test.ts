import { expect, test } from "vitest";
import { fieldOf, readFacts, writeFacts } from "#web/assessment/facts-mapping.ts";

test("an empty form is unknown throughout, never no", () => {
  const facts = writeFacts(readFacts({ offence: "infringing-personal-information", sets: [] }));
  expect([facts.gains, facts.accused, facts.firstOffender, facts.consequences]).toEqual([null, null, null, null]);
});

test("facts survive the way through the form", () => {
  const facts = {
    offence: "infringing-personal-information",
    accused: "unit",
    actDate: "2024-03-01",
    sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "sell", recipient: "买家一", insider: true }] }],
    gains: 4000,
    priorCriminalPunishment: false,
    consequences: [],
  } as const;
  const form = readFacts({ ...facts, sets: facts.sets.map((set) => ({ ...set, conducts: [...set.conducts] })), consequences: [] });
  expect(writeFacts(form)).toMatchObject(facts);
});

test("a set without conducts says that it is unknown what was done with it", () => {
  const form = readFacts({ offence: "infringing-personal-information", sets: [{ id: "s1", tier: "C", items: 10, conducts: null }] });
  expect(writeFacts(form).sets?.[0]?.conducts).toBeNull();
});

test("numbers may be typed with separators, nonsense is unknown", () => {
  const form = readFacts({ offence: "infringing-personal-information", sets: [] });
  expect(writeFacts({ ...form, gains: "12,500.5", profit: "约三万" })).toMatchObject({ gains: 12500.5, profit: null });
});

test("a missing fact inside the sets leads to the sets", () => {
  expect(["sets[0].items", "sets.1.conducts", "gains"].map(fieldOf)).toEqual(["sets", "sets", "gains"]);
});
