import { expect, test } from "vitest";
import type { CountRow } from "#counts/counts.contract.ts";
import { KeptRows } from "#counts/keep-rows.ts";

const row = (tier: CountRow["tier"], step: CountRow["step"], reason: CountRow["reason"], at: number): CountRow => {
  return { tier, step, reason, sentence: { zh: "", en: "" }, place: { source: "a", row: at, offset: 0 }, cells: [], duplicateOf: null };
};

test("the first rows of each tier, step and reason are kept, numbered from 0, and no more are asked for", () => {
  const kept = new KeptRows(2);
  for (let at = 0; at < 5; at += 1) {
    kept.add(row("C", "excluded", "invalid", at));
    kept.add(row("C", "excluded", "damaged", at));
    kept.add(row("A", "distinct", null, at));
  }
  expect(kept.rows.map(({ seq, row: { tier, reason, place } }) => [tier, reason, seq, place.row])).toEqual([
    ["C", "invalid", 0, 0],
    ["C", "damaged", 0, 0],
    ["A", null, 0, 0],
    ["C", "invalid", 1, 1],
    ["C", "damaged", 1, 1],
    ["A", null, 1, 1],
  ]);
  expect(kept.wants({ tier: "C", step: "excluded", reason: "invalid" })).toBe(false);
  expect(kept.wants({ tier: "C", step: "duplicate", reason: null })).toBe(true);
});
