import { expect, test } from "vitest";
import { nameOfCurrency } from "#web/gains/currency.ts";

test("a currency is called by its name, and what is no code stays as it stands in the statement", () => {
  expect(["CNY", "USD", "XQQ", "虚拟币", "usdt"].map((code) => nameOfCurrency(code, "zh"))).toEqual([
    "人民币",
    "美元",
    "XQQ",
    "虚拟币",
    "usdt",
  ]);
  expect(nameOfCurrency("USD", "en")).toBe("US Dollar");
});
