import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertToFen, decimalsOf, parseAmount, readAmount, writeAmount } from "#gains/money.ts";

describe("an amount is read as it stands, to the fen", () => {
  test.each([
    ["1234.5", 123450n, null],
    ["￥1,234.50", 123450n, "CNY"],
    ["１２３．４５元", 12345n, "CNY"],
    ["人民币3万元", 3000000n, "CNY"],
    ["1.2万", 1200000n, null],
    ["0.5亿元", 5000000000n, "CNY"],
    ["(12.00)", -1200n, null],
    ["−3", -300n, null],
    ["-￥8.80", -880n, "CNY"],
    ["￥-8.80", -880n, "CNY"],
    ["+100", 10000n, null],
    ["US$20", 2000n, "USD"],
    ["20美元", 2000n, "USD"],
    ["HK$1,000", 100000n, "HKD"],
    ["'52000.00", 5200000n, null],
    ["100.", 10000n, null],
    [".5", 50n, null],
    ["12.3400", 1234n, null],
    // a spreadsheet's artefacts: sixteen digits and more are read as the fifteen it shows
    ["1234.5599999999999", 123456n, null],
    ["0.30000000000000004", 30n, null],
    ["99.99000000000001", 9999n, null],
    ["999999.99999999999", 100000000n, null],
  ])("%s", (cell, units, currency) => {
    expect(readAmount(cell, 2)).toEqual({ ok: true, units, currency, rounded: cell.length > 16 });
  });

  test.each([
    ["", "nothing"],
    ["-", "a placeholder"],
    ["1.2E+05", "an exponent"],
    ["12.345", "a tenth of a fen"],
    ["1.234,56", "the other notation"],
    ["1,23", "a comma that groups nothing"],
    ["12 or 13", "two numbers"],
    ["￥20美元", "two currencies"],
    ["--5", "two signs"],
    ["(-5)", "two signs of another kind"],
    ["1234567890123456", "an account number"],
    ["138****1234", "a masked number"],
  ])("%s is refused: %s", (cell) => {
    expect(readAmount(cell, 2).ok).toBe(false);
  });
});

test("what is written is read as the same, in any currency", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.constantFrom("CNY", "USDT"), (units, currency) => {
      const decimals = decimalsOf(currency);
      const written = writeAmount(units, decimals);
      expect(parseAmount(written, decimals)).toBe(units);
      expect(written).toMatch(/^-?\d+\.\d{2,8}$/);
    }),
  );
});

test("conversion cuts off below a fen and never adds one", () => {
  expect(convertToFen(10000n, 2, "7.1234")).toBe(71234n);
  expect(convertToFen(1n, 2, "0.99")).toBe(0n);
  expect(convertToFen(-1n, 2, "0.99")).toBe(0n);
  expect(convertToFen(150_000_000n, 8, "7.2")).toBe(1080n);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 1, max: 10 ** 9 }), (units, rate) => {
      const fen = convertToFen(units, 2, (rate / 1e4).toFixed(4));
      const exact = units * BigInt(rate); // in ten-thousandths of a fen
      expect(fen * 10_000n <= exact && exact < (fen + 1n) * 10_000n).toBe(true);
    }),
  );
});
