import { expect, test } from "vitest";
import { maskSmall } from "#web/ledgers/small-cells.ts";

test("groups of one to four people are hidden, none and five are not", () => {
  expect([0, 1, 4, 5, 41].map(maskSmall)).toEqual(["0", null, null, "5", "41"]);
});
