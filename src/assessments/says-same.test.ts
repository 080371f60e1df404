import { describe, expect, test } from "vitest";
import { saysSame } from "#assessments/says-same.ts";

const items = { kind: "items", value: "6000", qualifier: "C", number: 6000, unit: "items" } as const;
const gains = { kind: "gains", value: "6000", qualifier: null, number: 6000, unit: "CNY" } as const;
const date = { kind: "date", value: "2025-03-01", qualifier: null, number: null, unit: null } as const;
const band = { kind: "band", value: "serious", qualifier: null, number: null, unit: null } as const;

describe("a confirmed fact stands behind", () => {
  test.each([
    ["the same number of items", { path: "sets[s].items", value: 6000 }, items, true],
    ["no other number", { path: "sets[s].items", value: 6001 }, items, false],
    ["no number of items by a sum of money", { path: "sets[s].items", value: 6000 }, gains, false],
    ["no sum of money by a number of items", { path: "gains", value: 6000 }, items, false],
    ["the same sum", { path: "gains", value: 6000 }, gains, true],
    ["no sum in another currency", { path: "gains", value: 6000 }, { ...gains, unit: "USD" }, false],
    ["the same tier", { path: "sets[s].tier", value: "C" }, items, true],
    ["no other tier", { path: "sets[s].tier", value: "A" }, items, false],
    ["the same day", { path: "actDate", value: "2025-03-01" }, date, true],
    ["no other day", { path: "actDate", value: "2025-03-02" }, date, false],
    ["what was done", { path: "sets[s].conducts", value: [] }, { ...band, kind: "conduct" as const }, true],
    ["no conduct by a band", { path: "sets[s].conducts", value: [] }, band, false],
    ["an answer by yes or no, as a person judges", { path: "repents", value: true }, band, true],
  ])("%s", (_name, fact, said, expected) => {
    expect(saysSame(fact, said)).toBe(expected);
  });
});
