import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount, isNothing } from "#web/gains/amount.ts";

test("thousands of an amount are separated, its decimals stay as they are", () => {
  expect(["1234567.50", "-1234.5", "12", "999.99", "0.00000001", "123456789012345678.99"].map(formatAmount)).toEqual([
    "1,234,567.50",
    "−1,234.5",
    "12",
    "999.99",
    "0.00000001",
    "123,456,789,012,345,678.99",
  ]);
});

test("no digit of any amount is lost", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const amount = `${whole}.${String(cents).padStart(2, "0")}`;
      expect(formatAmount(amount).replaceAll(",", "")).toBe(amount);
    }),
  );
});

test("nothing is told from something", () => {
  expect(["0", "0.00", "-0.00", "0.01", "10"].map(isNothing)).toEqual([true, true, true, false, false]);
});
