import { expect, test } from "vitest";
import { KeptItems } from "#counts/keep-items.ts";
import type { ListedItem } from "#scan/decisions/work-list.ts";

const item = (fingerprint: string, step: ListedItem["step"], countedAs: ListedItem["countedAs"] = null): ListedItem => ({
  fingerprint,
  tier: "B",
  step,
  rules: [],
  countedAs,
  row: {
    tier: "B",
    step: "distinct",
    reason: null,
    sentence: { zh: "", en: "" },
    place: { source: "a", row: 1, offset: 0 },
    cells: [],
    duplicateOf: null,
  },
});

test("as many open items are kept as there is room for, and every decided one", () => {
  const kept = new KeptItems({ open: 2, excluded: 1 });
  for (const [at, one] of [item("a1", "valid"), item("a2", "valid"), item("a3", "valid"), item("a4", "valid", "confirmed")].entries()) {
    const wanted = kept.wants("B", one.step, one.countedAs !== null);
    expect(wanted).toBe(at !== 2);
    if (wanted) kept.add(one);
  }
  expect(kept.items.map(({ seq, fingerprint }) => [seq, fingerprint.toString("hex")])).toEqual([
    [0, "a1"],
    [1, "a2"],
    [2, "a4"],
  ]);
});

test("an item that comes again as valid takes its own place", () => {
  const kept = new KeptItems();
  kept.add(item("a1", "excluded"));
  kept.add(item("a2", "valid"));
  kept.add(item("a1", "valid"));
  expect(kept.items.map(({ seq, step }) => [seq, step])).toEqual([
    [0, "valid"],
    [1, "valid"],
  ]);
});
