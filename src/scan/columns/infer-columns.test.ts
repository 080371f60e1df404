import { expect, test } from "vitest";
import { inferColumns } from "#scan/columns/infer-columns.ts";

const rowsOf = (text: string): string[][] => text.split("\n").map((line) => line.split(","));
const print = (text: string): string =>
  inferColumns(rowsOf(text))
    .columns.map(({ name, kind, detail, otherParty }) => `${name}=${kind}${detail ? "+detail" : ""}${otherParty ? "+other" : ""}`)
    .join(" ");

test.each([
  [
    "a guest list",
    "姓名,身份证号,入住时间,房号\n林青山,110101199003074610,2024-01-01,1203",
    "姓名=name 身份证号=resident-id 入住时间=accommodation+detail 房号=accommodation+detail",
  ],
  [
    "a property listing, whose 房号 is no hotel's",
    "业主姓名,联系电话,小区,房号\n林青山,13812345678,阳光花园,1-203",
    "业主姓名=name 联系电话=mobile 小区=address 房号=null",
  ],
  [
    "a call record",
    "主叫,被叫,通话时间\n13812345678,13912345678,2024-01-01",
    "主叫=mobile 被叫=mobile+other 通话时间=communication-record+detail",
  ],
  ["callers without a time", "主叫,被叫\n13812345678,13912345678", "主叫=mobile 被叫=communication-record+detail"],
  ["coordinates alone", "手机,经度,纬度\n13812345678,116.3,39.9", "手机=mobile 经度=coordinates 纬度=coordinates"],
  [
    "coordinates with a time are whereabouts",
    "手机,经度,纬度,时间\n13812345678,116.3,39.9,2024-01-01",
    "手机=mobile 经度=whereabouts+detail 纬度=whereabouts+detail 时间=timestamp+detail",
  ],
  [
    "a lone 金额 beside orders",
    "订单号,手机,金额\n1234567890123,13812345678,20",
    "订单号=order-number 手机=mobile 金额=transaction+detail",
  ],
  ["a lone 金额 beside balances", "卡号,余额,金额\n6222021234567890128,100,20", "卡号=bank-card 余额=property+detail 金额=property+detail"],
  [
    "a company list",
    "企业名称,统一社会信用代码,电话\n若水公司,91110108MA01YBNX62,010-88776655",
    "企业名称=null 统一社会信用代码=social-credit-code 电话=landline",
  ],
  [
    "the recipient of a courier list is its person",
    "收件人,收件人电话,收货地址\n林青山,13812345678,北京市海淀区1号",
    "收件人=name 收件人电话=mobile 收货地址=address",
  ],
  ["a category word with numbers of persons under it", "贷款联系\n13812345678\n13912345678", "贷款联系=mobile"],
  ["pinyin headers", "xm,sfzh,sjh\n林青山,110101199003074610,13812345678", "xm=name sfzh=resident-id sjh=mobile"],
  ["no header", "林青山,110101199003074610,13812345678\n陈若水,11010119900307002X,13912345678", "列1=name 列2=resident-id 列3=mobile"],
] as const)("%s: the columns mean what they say", (_, table, meaning) => {
  expect(print(table)).toBe(meaning);
});

test("a first row with a person's number in it is data, whatever words stand beside it", () => {
  expect(inferColumns(rowsOf("姓名,手机,13812345678\n林青山,x,13912345678")).header).toBe(false);
});

test("words over numbers are a header even when nobody knows them", () => {
  expect(inferColumns(rowsOf("甲栏,乙栏\n13812345678,1\n13912345678,2")).header).toBe(true);
});

test("an empty table has no columns", () => {
  expect(inferColumns([])).toEqual({ header: false, columns: [] });
});
