import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateGains } from "#gains/calculate-gains.ts";
import { GainsChoices, MoneyFlowLine } from "#gains/gains.contract.ts";
import { buildGainsCsv, buildGainsWaterfall } from "#web/gains/gains-waterfall.ts";

const lineOf = (row: number, stated: "in" | "out", fen: number) =>
  MoneyFlowLine.parse({
    id: String(row),
    sheet: null,
    row,
    date: null,
    payer: null,
    payee: null,
    amount: (fen / 100).toFixed(2),
    currency: "CNY",
    stated,
    takesBack: false,
    note: null,
    serial: null,
    status: null,
    problem: null,
  });
const work = (received: number, refunded: number, spent: number, deduct: { refunds: boolean; costs: boolean }) => {
  const choices = GainsChoices.parse({
    decisions: [
      { line: "3", treatment: "refund", reason: "退款" },
      { line: "4", treatment: "cost", reason: "购买" },
    ],
    refunds: { deduct: deduct.refunds, reason: "理由" },
    costs: { deduct: deduct.costs, reason: "理由" },
  });
  const worked = calculateGains([lineOf(2, "in", received), lineOf(3, "out", refunded), lineOf(4, "out", spent)], choices);
  if (!worked.ok) throw new Error(worked.place);
  return worked.result;
};
const figuresOf = (result: ReturnType<typeof work>) => {
  const [cny] = result.currencies;
  if (cny === undefined) throw new Error("no yuan");
  return cny;
};

test("by the usual reading refunds go off before the gains and costs after them", () => {
  const result = work(100_000, 20_000, 30_000, { refunds: true, costs: false });
  expect(buildGainsWaterfall(figuresOf(result), result.choices).map(({ key, amount }) => [key, amount])).toEqual([
    ["received", "1000.00"],
    ["refunds", "200.00"],
    ["gains", "800.00"],
    ["costs", "300.00"],
    ["profit", "500.00"],
  ]);
  expect(buildGainsCsv(result)).toContain("CNY,refunds,minus,200.00\r\n");
});

test("whatever is chosen, the bars lead without a gap from what came in to the gains and the profit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.boolean(),
      fc.boolean(),
      (received, refunded, spent, refunds, costs) => {
        const result = work(received, refunded, spent, { refunds, costs });
        let fen = 0;
        for (const { kind, amount } of buildGainsWaterfall(figuresOf(result), result.choices)) {
          const value = Math.round(Number(amount) * 100);
          if (kind === "sum" && fen !== 0) expect(value).toBe(fen);
          fen = kind === "sum" ? value : fen + (kind === "plus" ? value : -value);
        }
      },
    ),
  );
});
