import { expect, test } from "vitest";
import type { DocumentFact, FactKind } from "#case-documents/case-documents.contract.ts";
import type { Speaker } from "#reading/reading.contract.ts";
import { compareFacts, counterpartOf } from "#web/case-documents/compare-facts.ts";

const fact = (kind: FactKind, value: string, speaker: Speaker, change: Partial<DocumentFact> = {}): DocumentFact => ({
  key: `${kind}|${value}|${speaker}`,
  kind,
  value,
  qualifier: null,
  number: /^\d+$/.test(value) ? Number(value) : null,
  unit: kind === "items" ? "items" : null,
  approximate: false,
  basis: [],
  words: "",
  sentence: "",
  decided: null,
  places: [{ from: 0, to: 1, sentence: { from: 0, to: 1 }, speaker }],
  ...change,
});
const rejected = { decision: "rejected" as const, by: "甲", at: "2026-11-25T00:00:00.000Z", reason: "他案" };

test("what is alleged and what is found stand beside each other by kind; what the defence says never leads", () => {
  const indictment = [fact("charge", "侵犯公民个人信息罪", "prosecution"), fact("items", "62000", "prosecution")];
  const judgment = [
    fact("items", "62000", "prosecution"),
    fact("items", "99999", "defence"),
    fact("items", "58600", "court"),
    fact("items", "3000", "court"),
    fact("charge", "侵犯公民个人信息罪", "court"),
  ];
  const [charge, items, ...none] = compareFacts(indictment, judgment);
  expect(none).toEqual([]);
  expect(charge).toMatchObject({ kind: "charge", same: [{ value: "侵犯公民个人信息罪|" }], onlyLeft: [], onlyRight: [], leading: null });
  expect(items?.same.map(({ left, right }) => [left.length, right.length])).toEqual([[1, 1]]);
  expect(items?.onlyRight.map(({ right: [one] }) => one?.number)).toEqual([99999, 58600, 3000]);
  expect([items?.leading?.left.number, items?.leading?.right.number]).toEqual([62000, 58600]);
});

test("a rejected fact takes no part, an approximate number is not the number itself, and units are not mixed", () => {
  const left = [fact("items", "5000", "court", { decided: rejected }), fact("gains", "300", "court", { unit: "CNY" })];
  const right = [
    fact("items", "5000", "court"),
    fact("gains", "300", "court", { unit: "CNY", approximate: true }),
    fact("gains", "9000", "court", { unit: "USD" }),
  ];
  const [items, gains] = compareFacts(left, right);
  expect(items).toMatchObject({ same: [], onlyLeft: [], leading: null });
  expect(items?.onlyRight).toHaveLength(1);
  expect(gains?.same).toEqual([]);
  expect(gains?.leading, "yuan are not held against dollars").toBeNull();
});

test("the other document follows to the same value, of the same speaker where there is one", () => {
  const court = fact("items", "58600", "court");
  const others = [fact("items", "58600", "prosecution"), court, fact("items", "1", "court")];
  expect(counterpartOf(fact("items", "58600", "court"), others)).toBe(court);
  expect(counterpartOf(fact("items", "58600", "defence"), others)?.places[0]?.speaker).toBe("prosecution");
  expect(counterpartOf(fact("items", "7", "court"), others)).toBeNull();
});
