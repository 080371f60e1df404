import { describe, expect, test } from "vitest";
import { calculateGains } from "#gains/calculate-gains.ts";
import type { GainsChoices, GainsResult, MoneyFlowLine } from "#gains/gains.contract.ts";
import { GainsResult as Shape } from "#gains/gains.contract.ts";
import { buildChoices, buildLine } from "#gains/money-flow.builder.ts";

function calculate(lines: readonly MoneyFlowLine[], parts: Partial<GainsChoices> = {}): GainsResult {
  const answer = calculateGains(lines, buildChoices(parts));
  if (!answer.ok) throw new Error(`${answer.place}: ${answer.expected.zh}, ${answer.found}`);
  return Shape.parse(answer.result);
}
const decide = (line: string, treatment: GainsChoices["decisions"][number]["treatment"], refersTo: string | null = null) => ({
  line,
  treatment,
  refersTo,
  reason: "见第12号笔录",
});

test("gains are what came in, less refunds and reversals; costs come off the profit alone", () => {
  const lines = [
    buildLine(2, { amount: "52000.10" }),
    buildLine(3, { amount: "0.20" }),
    buildLine(4, { payer: "张三", payee: "李四", amount: "1000.00", note: "退款" }),
    buildLine(5, { payer: "张三", payee: "上家", amount: "20000.00", note: "买料" }),
    buildLine(6, { payer: "张三", payee: "银行", amount: "300.05", note: "冲正" }),
  ];
  const result = calculate(lines, { decisions: [decide("5", "cost")] });
  expect(result.total).toMatchObject({ gains: "50700.25", profit: "30700.25", apart: [] });
  expect(result.currencies).toEqual([
    {
      currency: "CNY",
      received: "52000.30",
      presumedReceived: "52000.30",
      refunds: "1000.00",
      reversals: "300.05",
      costs: "20000.00",
      costsReturned: "0.00",
      gains: "50700.25",
      profit: "30700.25",
      open: { lines: 0, in: "0.00", out: "0.00", unknown: "0.00" },
    },
  ]);
  expect(result.complete).toBe(true);
  expect(result.facts).toEqual({ gains: 50_700.25, profit: 30_700.25 });
  expect(result.lines.map(({ row, treatment, onGains, onProfit, presumed }) => [row, treatment, onGains, onProfit, presumed])).toEqual([
    [2, "gain", "52000.10", "52000.10", true],
    [3, "gain", "0.20", "0.20", true],
    [4, "refund", "-1000.00", "-1000.00", true],
    [5, "cost", "0.00", "-20000.00", false],
    [6, "reversal", "-300.05", "-300.05", true],
  ]);
});

test("refunds and costs come off the gains as somebody chose, with the reason kept", () => {
  const lines = [
    buildLine(2, { amount: "6000.00" }),
    buildLine(3, { payer: "张三", payee: "李四", amount: "1500.00", note: "退款" }),
    buildLine(4, { payer: "张三", payee: "上家", amount: "500.00" }),
  ];
  const decisions = [decide("4", "cost")];
  const neither = calculate(lines, { decisions, refunds: { deduct: false, reason: "退款系案发后" } });
  expect([neither.total.gains, neither.total.profit]).toEqual(["6000.00", "4000.00"]);
  expect(neither.choices.refunds).toEqual({ deduct: false, chosen: true, reason: { zh: "退款系案发后", en: "退款系案发后" } });
  const both = calculate(lines, { decisions, costs: { deduct: true, reason: "合法经营部分" } });
  expect([both.total.gains, both.total.profit]).toEqual(["4000.00", "4000.00"]);
  expect(calculate(lines, { decisions }).choices.costs).toMatchObject({ deduct: false, chosen: false });
});

test("what nobody decided and no rule may presume counts nowhere and leaves the result incomplete", () => {
  const result = calculate([
    buildLine(2, { amount: "6000.00" }),
    buildLine(3, { payer: "张三", payee: "某人", amount: "200.00" }),
    buildLine(4, { amount: "30.00", note: "退款" }),
    buildLine(5, { payer: "甲", payee: "乙", amount: "7.00" }),
    buildLine(6, { amount: null, problem: { zh: "不是金额", en: "not an amount" } }),
  ]);
  expect(result).toMatchObject({
    facts: { gains: null, profit: null },
    complete: false,
    open: 4,
    unreadable: 1,
    total: { gains: "6000.00", profit: "6000.00" },
  });
  expect(result.currencies[0]?.open).toEqual({ lines: 4, in: "30.00", out: "200.00", unknown: "7.00" });
});

test("transfers between the accused's own accounts and payments that failed are no income", () => {
  const own = ["张三", "6222 0200 1234 5678"];
  const result = calculate(
    [
      buildLine(2, { payer: "6222020012345678", payee: "张三", amount: "900.00" }),
      buildLine(3, { amount: "80.00", status: "交易关闭" }),
      buildLine(4, { amount: "5.00", status: "交易成功" }),
    ],
    { own },
  );
  expect(result.lines.map(({ treatment }) => treatment)).toEqual(["internal", "failed", "gain"]);
  expect(result.total.gains).toBe("5.00");
});

test("the same serial number, day, direction and amount is the same payment; a refund under the same order number is not", () => {
  const result = calculate([
    buildLine(2, { serial: "20240301A", amount: "88.00" }),
    buildLine(3, { serial: "20240301A", amount: "88.00" }),
    buildLine(4, { serial: "20240301A", amount: "88.00", payer: "张三", payee: "李四", note: "退款" }),
    buildLine(5, { serial: "20240301A", amount: "87.00" }),
  ]);
  expect(result.lines.map(({ treatment }) => treatment)).toEqual(["gain", "duplicate", "refund", "gain"]);
  expect(result.lines[1]).toMatchObject({ refersTo: "2", onGains: "0.00" });
  expect(result.total.gains).toBe("87.00");
});

test("lines that say the same without a serial number are pointed out and both counted", () => {
  const result = calculate([buildLine(2), buildLine(3)]);
  expect(result.total.gains).toBe("200.00");
  expect(result.notices.map(({ zh }) => zh)).toEqual([expect.stringContaining("第3行与第2行内容完全相同")]);
});

describe("currencies stay apart", () => {
  const lines = [
    buildLine(2, { amount: "100.00" }),
    buildLine(3, { amount: "10.01", currency: "USD" }),
    buildLine(4, { amount: "1.5", currency: "USDT" }),
  ];
  test("without a rate they are named and not in the total", () => {
    const result = calculate(lines);
    expect(result.total).toMatchObject({ gains: "100.00", apart: ["USD", "USDT"], converted: [] });
    expect(result.complete).toBe(false);
  });
  test("a rate with its day and source brings them in, cut off at the fen", () => {
    const rates = [
      { currency: "USD", rate: "7.0999", on: "2024-03-01", source: "中国人民银行中间价" },
      { currency: "USDT", rate: "7.2", on: "2024-03-01", source: "涉案平台成交价" },
    ];
    const result = calculate(lines, { rates });
    expect(result.total).toMatchObject({ gains: "181.86", apart: [] }); // 100 + 71.069999 → 71.06 + 10.80
    expect(result.total.converted.map(({ currency, gains }) => [currency, gains])).toEqual([
      ["USD", "71.06"],
      ["USDT", "10.80"],
    ]);
  });
});

describe("a choice that contradicts the table is refused, and nothing is calculated:", () => {
  const lines = [
    buildLine(2, { amount: "100.00" }),
    buildLine(3, { payer: "张三", payee: "李四", amount: "60.00" }),
    buildLine(4, { payer: "张三", payee: "李四", amount: "50.00" }),
    buildLine(5, { amount: "30.00", takesBack: true }),
    buildLine(6, { amount: null }),
    buildLine(7, { amount: "500.00" }),
  ];
  test.each<[string, Partial<GainsChoices>, string]>([
    ["a line that is not there", { decisions: [decide("99", "gain")] }, "decisions[0].line"],
    ["two decisions about a line", { decisions: [decide("2", "gain"), decide("2", "unrelated")] }, "decisions[1].line"],
    ["an income that is called a cost", { decisions: [decide("2", "cost")] }, "decisions[0].treatment"],
    ["an expense that is called income", { decisions: [decide("3", "gain")] }, "decisions[0].treatment"],
    ["a reversal that is called income", { decisions: [decide("5", "gain")] }, "decisions[0].treatment"],
    ["an amount nobody could read that is called income", { decisions: [decide("6", "gain")] }, "decisions[0].treatment"],
    [
      "refunds beyond the income they return",
      { decisions: [decide("3", "refund", "2"), decide("4", "refund", "2")] },
      "decisions[1].refersTo",
    ],
    ["a cost that came back and was none", { decisions: [decide("7", "cost-returned", "3")] }, "decisions[0].refersTo"],
    ["more costs returned than spent", { decisions: [decide("3", "cost"), decide("7", "cost-returned")] }, "decisions"],
    ["a rate for yuan", { rates: [{ currency: "CNY", rate: "1", on: "2024-03-01", source: "x" }] }, "rates[0].currency"],
    ["a rate of nothing", { rates: [{ currency: "USD", rate: "0.00", on: "2024-03-01", source: "x" }] }, "rates[0].rate"],
  ])("%s", (_title, parts, place) => {
    expect(calculateGains(lines, buildChoices(parts))).toMatchObject({ ok: false, place });
  });
});

test("an amount that was read as other digits than its cell holds is pointed out", () => {
  const result = calculate([buildLine(2, { amount: "1234.56", rounded: true })]);
  expect(result.notices[0]?.zh).toBe("第2行的金额带有电子表格的浮点尾数，按其显示的15位有效数字读作1234.56。");
});
