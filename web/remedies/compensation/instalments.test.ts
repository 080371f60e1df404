import { expect, test } from "vitest";
import { splitMonthly } from "#web/remedies/compensation/instalments.ts";

test("instalments come to the whole, the last takes the rest, and a short month ends earlier", () => {
  expect(splitMonthly(100, "2026-12-31", 3)).toEqual([
    { on: "2026-12-31", amount: 33 },
    { on: "2027-01-31", amount: 33 },
    { on: "2027-02-28", amount: 34 },
  ]);
  expect(splitMonthly(100, "2026-11-25", 1)).toEqual([{ on: "2026-11-25", amount: 100 }]);
});
