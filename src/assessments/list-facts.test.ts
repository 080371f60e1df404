import { describe, expect, test } from "vitest";
import type { FactSources } from "#assessments/fact-sources.contract.ts";
import { FactSource } from "#assessments/fact-sources.contract.ts";
import { keepSources, listFacts, stateOfFact, tallySources } from "#assessments/list-facts.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

const ID = "6f1d0d2e-6a0b-4a5c-9d7e-0c6f6f1d0d2e";
const FACTS: InfringingFacts = {
  offence: "infringing-personal-information",
  decisionDate: "2026-11-25",
  actDate: "2024-03-01",
  sets: [{ id: "count-A", tier: "A", items: 60, conducts: null }],
  gains: 0,
  repents: false,
};
const SOURCES: FactSources = {
  "sets[count-A].items": { kind: "count", countId: ID, tier: "A" },
  gains: { kind: "gains", calculationId: ID },
  actDate: { kind: "stated", note: "被告人供述" },
};
const pathsOf = (facts: InfringingFacts) => listFacts(facts).map(({ path }) => path);

describe("the facts of an assessment", () => {
  test("are each named once: of a set its tier, its items and what was done with it", () => {
    const paths = pathsOf(FACTS);
    expect(paths.slice(0, 3)).toEqual(["sets[count-A].tier", "sets[count-A].items", "sets[count-A].conducts"]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("do not hold the day of the assessment, nor a judgement that nobody made", () => {
    expect(pathsOf(FACTS)).not.toContain("decisionDate");
    expect(pathsOf(FACTS)).not.toContain("otherSeriousCircumstances");
    expect(pathsOf({ ...FACTS, otherSeriousCircumstances: true })).toContain("otherSeriousCircumstances");
  });

  test("say that it is unknown whether there are sets, which is not that there are none", () => {
    expect(pathsOf({ ...FACTS, sets: null })).toContain("sets");
    expect(pathsOf({ ...FACTS, sets: [] })).not.toContain("sets");
  });
});

test("nought and no are known, and a known fact that nobody named a source for has none", () => {
  expect(stateOfFact({ path: "gains", value: 0 }, {})).toBe("no-source");
  expect(stateOfFact({ path: "repents", value: false }, {})).toBe("no-source");
  expect(stateOfFact({ path: "profit", value: null }, { profit: { kind: "stated", note: "x" } })).toBe("unknown");
  expect(stateOfFact({ path: "toString", value: 1 }, {})).toBe("no-source");
});

test("what rests on a record, on a word alone, on nothing and what is unknown are counted apart and together are all", () => {
  const tally = tallySources(FACTS, SOURCES);
  expect(tally).toMatchObject({ sourced: 2, stated: 1, withoutSource: 2 });
  expect(tally.sourced + tally.stated + tally.withoutSource + tally.unknown).toBe(listFacts(FACTS).length);
});

test("a number that was changed no longer comes from the count; what a person named stays", () => {
  const changed: InfringingFacts = { ...FACTS, actDate: "2024-04-01", sets: [{ id: "count-A", tier: "A", items: 59, conducts: null }] };
  expect(keepSources(SOURCES, FACTS, changed)).toEqual({ gains: SOURCES["gains"], actDate: SOURCES["actDate"] });
  expect(keepSources(SOURCES, FACTS, { ...FACTS, actDate: null })).not.toHaveProperty("actDate");
  expect(keepSources(SOURCES, FACTS, FACTS)).toEqual(SOURCES);
});

test("a sentence of a document stays while its number does", () => {
  const said: FactSource = {
    kind: "document",
    caseDocumentId: ID,
    factKey: "gains|5200|0-4",
    name: "判决书.txt",
    at: 0,
    number: 5200,
    sentence: "句",
  };
  const sources = { gains: said, actDate: { ...said, number: null } };
  const after = (gains: number): InfringingFacts => ({ ...FACTS, gains });
  expect(keepSources(sources, { ...FACTS, gains: null }, after(5200))).toEqual(sources);
  expect(keepSources(sources, FACTS, after(5201))).toEqual({ actDate: sources.actDate });
});

test("what was taken over from a sentence loses it with another day, word or answer, and conducts keep it", () => {
  const said = { kind: "document", caseDocumentId: ID, factKey: "k", name: "判决书.txt", at: 0, number: null, sentence: "句" } as const;
  const sources = { actDate: { ...said, value: "2025-03-01" }, repents: { ...said, value: "true" }, "sets[s1].conducts": said };
  const facts: InfringingFacts = {
    ...FACTS,
    actDate: "2025-03-01",
    repents: true,
    sets: [{ id: "s1", tier: "C", items: 1, conducts: [{ kind: "sell" }] }],
  };
  expect(keepSources(sources, FACTS, facts)).toEqual(sources);
  const changed = {
    ...facts,
    actDate: "2025-03-02",
    repents: false,
    sets: [{ id: "s1", conducts: [{ kind: "sell" }, { kind: "publish" }] }],
  } as const;
  expect(
    keepSources(sources, FACTS, { ...changed, sets: [...changed.sets.map((set) => ({ ...set, conducts: [...set.conducts] }))] }),
  ).toEqual({
    "sets[s1].conducts": said,
  });
});

test("a piece of evidence without a place in it is no source, nor is a statement without a note", () => {
  expect(FactSource.safeParse({ kind: "evidence", evidenceId: ID }).success).toBe(false);
  expect(FactSource.safeParse({ kind: "evidence", evidenceId: ID, page: " " }).success).toBe(false);
  expect(FactSource.safeParse({ kind: "evidence", evidenceId: ID, page: "12" }).success).toBe(true);
  expect(FactSource.safeParse({ kind: "stated", note: "" }).success).toBe(false);
});
