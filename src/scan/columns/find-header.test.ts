import { expect, test } from "vitest";
import { countTitles, hasHeader, isHeaderBelow } from "#scan/columns/find-header.ts";
import { buildMobile } from "#scan/count.builder.ts";

const rowsOf = (text: string): string[][] => text.split("\n").map((line) => line.split(","));
const M = buildMobile(1);

test.each([
  [`姓名,手机\n林青山,${M}`, 0],
  [`客户清单\n姓名,手机,备注\n林青山,${M},`, 1],
  [`客户清单,,\n导出人：admin,,导出时间：2024-03-01\n姓名,手机,备注\n林青山,${M},`, 2],
  [`3月订单导出,,,\n导出人,admin,,\n订单编号,收件人,电话,地址\nD1,林青山,${M},某市1号`, 2],
  [`学生信息,,监护人信息,\n姓名,身份证号,姓名,关系,电话\n林青山,,陈若水,母亲,${M}`, 1],
  [`甲公司,乙部\n林青山,${M}`, 0],
  [`林青山,${M}\n姓名,手机\n陈若水,${M}`, 0],
  [`林青山,若水公司,如意酒店\n陈若水,${M},如意酒店`, 0],
  ["甲,乙", 0],
] as const)("%j has %i rows above its header", (table, titles) => {
  expect(countTitles(rowsOf(table))).toBe(titles);
});

test("a header printed again on every page is a header all the same", () => {
  expect(hasHeader(rowsOf(`姓名,电话,房号\n林青山,${M},1-203\n姓名,电话,房号\n陈若水,${M},1-204`))).toBe(true);
  expect(hasHeader(rowsOf(`公司,姓名\n公司,林青山\n公司,陈若水`))).toBe(true);
});

test.each([
  [["身份证号", "姓名", "手机号"], true],
  [["序号", "姓名", "手机号", ""], true],
  [["姓名", "林青山", "手机号"], false],
  [["姓名", M], false],
  [["姓名"], false],
])("%j as a row of a table names columns: %s", (cells, names) => {
  expect(isHeaderBelow(cells)).toBe(names);
});
