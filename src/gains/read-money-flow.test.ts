import { expect, test } from "vitest";
import { MoneyFlowLine } from "#gains/gains.contract.ts";
import { buildTable } from "#gains/money-flow.builder.ts";
import { readMoneyFlow } from "#gains/read-money-flow.ts";
import { treatLine } from "#gains/treat-line.ts";

const read = (...rows: readonly string[]) => {
  const reading = readMoneyFlow([buildTable(...rows)]);
  return { ...reading, lines: reading.lines.map((line) => MoneyFlowLine.parse(line)) };
};

test("a bank statement: lines about the account above, direction in words, own side and the other", () => {
  const { lines, skipped } = read(
    "某某银行账户交易明细",
    "户名：张某|账号：6222",
    "交易日期|账号|交易对方|借贷标志|交易金额（元）|币种|摘要|交易流水号",
    "20240301|6222020000000001|李某|贷|1,200.00|人民币|转账|A1",
    "2024-03-02 10:11:12|6222020000000001|王某|借|80.5|人民币|购货|A2",
    "合计||||1,280.50|||",
    "注：以上为全部交易|||||||",
  );
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    id: "4",
    row: 4,
    date: "2024-03-01",
    payer: "李某",
    payee: "6222020000000001",
    amount: "1200.00",
    stated: "in",
    serial: "A1",
  });
  expect(lines[1]).toMatchObject({
    row: 5,
    date: "2024-03-02",
    payer: "6222020000000001",
    payee: "王某",
    amount: "80.50",
    stated: "out",
    note: "购货",
  });
  expect(skipped.map(({ row }) => row)).toEqual([6, 7]);
});

test("two columns of amounts: the filled one tells the direction, a zero beside it is an empty cell", () => {
  const { lines } = read("日期|收入金额|支出金额|对方户名", "2024/3/1|500.00|0.00|甲", "2024/3/2|0.00|20|乙", "2024/3/3|3|4|丙");
  expect(lines.map(({ id, stated, amount }) => [id, stated, amount])).toEqual([
    ["2", "in", "500.00"],
    ["3", "out", "20.00"],
    ["4", "in", "3.00"],
    ["4b", "out", "4.00"],
  ]);
});

test("a minus on every expense is the way of the table; a minus on one of several takes it back", () => {
  const usual = read("日期|收支|金额", "2024-03-01|支出|-5", "2024-03-02|支出|-6", "2024-03-02|收入|7");
  expect(usual.lines.map(({ takesBack }) => takesBack)).toEqual([false, false, false]);
  const once = read("日期|收支|金额", "2024-03-01|支出|5", "2024-03-02|支出|-5", "2024-03-02|收入|-7");
  expect(once.lines.map(({ takesBack, amount }) => [takesBack, amount])).toEqual([
    [false, "5.00"],
    [true, "5.00"],
    [true, "7.00"],
  ]);
});

test("where nothing else tells the direction, the sign does", () => {
  expect(
    read("日期|金额", "2024-03-01|5", "2024-03-02|-6").lines.map(({ stated, amount, takesBack }) => [stated, amount, takesBack]),
  ).toEqual([
    ["in", "5.00", false],
    ["out", "6.00", false],
  ]);
});

test("currencies come from their column or the amount; one that is not known leaves the amount unread", () => {
  const { lines } = read(
    "日期|付款方|收款方|金额|币种",
    "2024-03-01|甲|乙|5|美元",
    "2024-03-01|甲|乙|￥5|",
    "2024-03-01|甲|乙|1.2345678|USDT",
    "2024-03-01|甲|乙|5|某币",
    "2024-03-01|甲|乙|$5|",
    "2024-03-01|甲|乙|5元|美元",
  );
  expect(lines.map(({ amount, currency }) => [amount, currency])).toEqual([
    ["5.00", "USD"],
    ["5.00", "CNY"],
    ["1.2345678", "USDT"],
    [null, "CNY"],
    [null, "CNY"],
    [null, "USD"],
  ]);
  expect(lines.slice(3).map(({ problem }) => problem?.zh)).toEqual(["币种不能识别", "“$”未写明是哪种货币", "金额中的币种与币种列不同"]);
});

test("a day that does not exist is no day; the number of a spreadsheet is one", () => {
  const { lines } = read("日期|金额", "2024-02-30|1", "45352|1", "昨天|1", "20240229235959|1");
  expect(lines.map(({ date }) => date)).toEqual([null, "2024-03-01", null, "2024-02-29"]);
});

test("a table without a column of amounts is not read, and says so", () => {
  const { lines, unread } = read("姓名|手机号", "张某|13800138000");
  expect([lines, unread.length, unread[0]?.rows]).toEqual([[], 1, 2]);
});

test("a refund is told wherever the table says it: in the type, the summary, the goods or the note", () => {
  const { lines } = read(
    "日期|交易类型|摘要|商品|收/支|金额|备注",
    "2024-03-01|转账-退款|||收入|5|",
    "2024-03-01||退货||收入|5|/",
    "2024-03-01|转账||书|收入|5|谢谢",
    "2024-03-01||||收入|5|/",
  );
  expect(lines.map(({ note }) => note)).toEqual(["转账-退款", "退货", "转账；书；谢谢", null]);
  expect(lines.map((line) => treatLine(line, new Set()).treatment)).toEqual(["open", "open", "gain", "gain"]);
});

test("a table may have as many lines as a file of tables", () => {
  const rows = Array.from({ length: 150_000 }, (_, at) => ({ row: at + 2, cells: ["2024-03-01", "1"] }));
  const reading = readMoneyFlow([{ sheet: null, rows: [{ row: 1, cells: ["日期", "金额"] }, ...rows] }]);
  expect(reading.lines).toHaveLength(150_000);
}, 60_000);
