import { expect, test } from "vitest";
import { inferColumns } from "#scan/columns/infer-columns.ts";

const rowsOf = (text: string): string[][] => text.split("\n").map((line) => line.split(","));
const print = (text: string): string =>
  inferColumns(rowsOf(text))
    .columns.map(
      ({ name, kind, detail, otherParty, mixed }) =>
        `${name}=${kind}${detail ? "+detail" : ""}${otherParty ? "+other" : ""}${mixed === true ? "+mixed" : ""}`,
    )
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
    "订单号=order-number+detail 手机=mobile 金额=transaction+detail",
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
  [
    "all of a person in one cell",
    "收货信息\n林青山，13812345678，北京市海淀区中关村大街1号\n陈若水 13912345678 北京市海淀区学院路2号",
    "收货信息=address+mixed",
  ],
  ["a cell of a person without an address", "客户信息\n林青山 13812345678", "客户信息=null"],
  [
    "an address with a number in it now and then",
    `地址\n${"北京市海淀区学院路2号\n".repeat(20)}北京市海淀区学院路2号13812345678`,
    "地址=address",
  ],
  ["codes of goods with the form of a passport", "SKU,数量\nP1234567,2\nP1234568,3", "SKU=order-number 数量=null"],
  ["models with the form of a passport", "产品型号,数量\nP1234567,2\nP1234568,3", "产品型号=null 数量=null"],
  ["goods of which one knows the amount", "货号,手机,金额\n12345,13812345678,20", "货号=order-number 手机=mobile 金额=null"],
  ["passports under a word that says nothing", "号,数量\nE12345678,2\nE12345679,3", "号=passport 数量=null"],
  [
    "scores of a lender and the day a child is due",
    "手机,芝麻分,预产期\n13812345678,650,2024-09-01",
    "手机=mobile 芝麻分=credit+detail 预产期=health+detail",
  ],
  ["a person by the word it ends in", "下单人,手机\n林青山,13812345678", "下单人=name 手机=mobile"],
  ["who says something in a chat is no column of names", "时间,发送人,内容\n2024-03-01,老王,在吗", "时间=timestamp 发送人=null 内容=null"],
  ["a guest list in pinyin", "xm,fjh,rzsj\n林青山,1203,2024-01-01", "xm=name fjh=accommodation+detail rzsj=null+detail"],
  ["owners in pinyin, whose fjh is no hotel's", "xm,lxdh,fjh\n林青山,13812345678,1-203", "xm=name lxdh=mobile fjh=null"],
  ["visits in pinyin", "brxm,zdmc,ryrq\n林青山,高血压,2024-01-01", "brxm=name zdmc=health+detail ryrq=null+detail"],
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
