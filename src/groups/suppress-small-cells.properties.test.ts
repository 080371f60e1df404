import fc from "fast-check";
import { expect, test } from "vitest";
import { type Hidden, type Sum, suppressSmallCells } from "#groups/suppress-small-cells.ts";

const K = 4;
type Id = "total" | "a" | "b" | "ab" | "c" | "w" | "m";
const SUMS: readonly Sum<Id>[] = [
  { whole: "ab", parts: ["a", "b"] },
  { whole: "total", parts: ["ab", "c"] },
  { whole: "total", parts: ["w", "m"] },
];

/** Every table that looks the same to a reader who knows the rule, tried one by one. */
function tablesThatFit(values: Record<Id, number>, hidden: ReadonlyMap<Id, Hidden>): Record<Id, number>[] {
  const fits = (id: Id, value: number) => {
    const how = hidden.get(id);
    if (how === undefined) return value === values[id];
    if (how === "small") return value >= 1 && value < K;
    return value === 0 || value >= K;
  };
  const found: Record<Id, number>[] = [];
  const MOST = 26;
  for (let a = 0; a <= MOST; a++) {
    if (!fits("a", a)) continue;
    for (let b = 0; a + b <= MOST; b++) {
      if (!fits("b", b) || !fits("ab", a + b)) continue;
      for (let c = 0; a + b + c <= MOST; c++) {
        const total = a + b + c;
        if (!fits("c", c) || !fits("total", total)) continue;
        for (let w = 0; w <= total; w++)
          if (fits("w", w) && fits("m", total - w)) found.push({ a, b, ab: a + b, c, total, w, m: total - w });
      }
    }
  }
  return found;
}

test("nobody who knows the rule can compute a small cell from all that is shown", () => {
  const small = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(small, small, small, small, (a, b, c, share) => {
      const total = a + b + c;
      const w = Math.min(total, share);
      const values: Record<Id, number> = { a, b, ab: a + b, c, total, w, m: total - w };
      const ids: Id[] = ["total", "ab", "a", "b", "c", "w", "m"];
      const hidden = suppressSmallCells(
        ids.map((id) => ({ id, value: values[id] })),
        SUMS,
        K,
        "total",
      );
      // Withheld as a whole: then nothing is shown, and the marks tell nothing either.
      if (ids.every((id) => hidden.get(id) === "complementary")) return;
      const tables = tablesThatFit(values, hidden);
      for (const id of ids) {
        const isSmall = values[id] > 0 && values[id] < K;
        expect(hidden.get(id) === "small", id).toBe(isSmall);
        if (!isSmall) continue;
        const possible = new Set(tables.map((table) => table[id]));
        expect(possible.size, `${id} of ${JSON.stringify(values)}, hidden ${JSON.stringify([...hidden])}`).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 400 },
  );
});
