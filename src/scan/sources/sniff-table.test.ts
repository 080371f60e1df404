import { expect, test } from "vitest";
import { buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { sniffTable } from "#scan/sources/sniff-table.ts";

const [M1, M2, M3] = [1, 2, 3].map((number) => buildMobile(number));
const table = (separator: string) =>
  [
    ["姓名", "手机号"],
    ["张三", M1],
    ["李四", M2],
    ["王五", M3],
  ]
    .map((cells) => cells.join(separator))
    .join("\n");

test.each([",", "\t", "|", ";", "----"] as const)("a table set apart by %j is one in a text file too", (separator) => {
  expect(sniffTable(table(separator), "txt")).toBe(separator);
});

test("blanks set a table apart when its columns are plain", () => {
  expect(sniffTable(`张三 ${buildResidentId(901)} ${M1}\n李四 ${buildResidentId(902)} ${M2}\n`, "txt")).toBe(" ");
});

test.each([
  ["prose with commas", `昨天见了老王,说那批货有${M1},价格还行\n他说,可以谈\n再联系${M2},明天,后天都行\n`],
  ["a list of one column", `${M1}\n${M2}\n`],
  ["lines without a value", "甲,乙\n丙,丁\n戊,己\n"],
  ["two persons in each line", `张三 ${M1} 李四 ${M2}\n王五 ${M3} 赵六 ${buildMobile(4)}\n`],
  ["one line", `张三,${M1}`],
])("%s in a text file is free text", (_name, text) => {
  expect(sniffTable(text, "txt")).toBeNull();
});

test("a file named .csv or .tsv is a table by its word, and the line sep= decides", () => {
  expect(sniffTable(`${M1}\n${M2}\n`, "csv")).toBe(",");
  expect(sniffTable(`${M1}\n${M2}\n`, "tsv")).toBe("\t");
  expect(sniffTable(table(";"), "csv")).toBe(";");
  expect(sniffTable(`sep=|\r\n${table("|")}`, "csv")).toBe("|");
});
