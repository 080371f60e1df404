import { expect, test } from "vitest";
import { buildMobile, buildResidentId } from "#scan/count.builder.ts";
import { TableReader } from "#scan/records/table-reader.ts";

const [M1, M2, M3, ID] = [buildMobile(10_000_001), buildMobile(10_000_002), buildMobile(10_000_003), buildResidentId(901)];

function readTable(rows: readonly (readonly string[])[]) {
  const records: { row: number; kinds: string }[] = [];
  const reader = new TableReader(
    { record: (record) => void records.push({ row: record.row, kinds: record.findings.map(({ kind }) => kind).join("+") }) },
    "2026-11-22",
  );
  for (const [at, cells] of rows.entries()) reader.read(cells, at + 1, () => 0);
  return { records, columns: reader.finish() };
}

test("the header, blank rows, repeated headers and sums are no records", () => {
  const { records, columns } = readTable([
    ["姓名", "手机号"],
    ["张三", M1],
    [],
    ["", " "],
    ["姓名", "手机号"],
    ["李四", M2],
    ["合 计", "2"],
  ]);
  expect(records).toEqual([
    { row: 2, kinds: "name+mobile" },
    { row: 6, kinds: "name+mobile" },
  ]);
  expect(columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["姓名 name", "手机号 mobile"]);
});

test("titles of several cells, headers printed again, the header of a second table, numbers of pages and sums are no records", () => {
  const { records, columns } = readTable([
    ["客户清单", "", ""],
    ["导出人：admin", "", "导出时间：2024-03-01"],
    ["姓名", "手机号", "地址"],
    ["张三", M1, ""],
    ["第1页", "", ""],
    ["姓名 ", "手机号", "地址"],
    ["李四", M2, ""],
    ["合计：2人", "", ""],
    ["身份证号", "姓名", "手机号"],
    [ID, "王五", M3],
    ["共1条", "", ""],
  ]);
  expect(records).toEqual([
    { row: 4, kinds: "name+mobile" },
    { row: 7, kinds: "name+mobile" },
    { row: 10, kinds: "resident-id+mobile+mobile" }, // 王五 is no number
  ]);
  expect(columns.map(({ name }) => name)).toEqual(["姓名", "手机号", "地址"]);
});

test("a row that counts something beside a person's number is a record", () => {
  expect(
    readTable([
      ["房间", "手机号"],
      ["共3人", M1],
      ["第1页", M2],
    ]).records.map(({ row }) => row),
  ).toEqual([2, 3]);
});

test("who is told of in one cell is found with number and address, also where the number is masked and a second stands beside it", () => {
  const { records } = readTable([
    ["收货信息"],
    [`张三，${M1}，浙江省杭州市西湖区文三路1号`],
    [`李四 ${M2} ${M3} 浙江省杭州市西湖区文三路2号`],
    ["浙江省杭州市西湖区文三路3号"],
  ]);
  expect(records).toEqual([
    { row: 2, kinds: "address+mobile" },
    { row: 3, kinds: "address+mobile+mobile" },
    { row: 4, kinds: "address" },
  ]);
});

test("a list pasted into a message of an exported chat is as many records as it holds, and what is said is no leaked message", () => {
  const { records, columns } = readTable([
    ["时间", "发送人", "消息内容"],
    ["2024-03-01 10:00", "老王", `张三 ${M1}\n李四 ${M2}\n王五 ${M3}`],
    ["2024-03-01 10:01", "老李", "多少钱一条"],
  ]);
  expect(records.map(({ row, kinds }) => `${row} ${kinds}`)).toEqual(["2 name+mobile", "2 name+mobile", "2 name+mobile"]);
  expect(columns.map(({ kind }) => kind)).toEqual(["timestamp", null, null]);
});

test("titles above the header belong to no column, and what is found in them counts", () => {
  const { records, columns } = readTable([
    ["客户登记表"],
    [`制表人电话${M3}`],
    ["姓名", "身份证号", "手机号"],
    ["张三", ID, M1],
    ["李四", "", M2],
  ]);
  expect(records.map(({ row }) => row)).toEqual([2, 4, 5]);
  expect(columns.map(({ name }) => name)).toEqual(["姓名", "身份证号", "手机号"]);
});

test("a first row with an identifier is a record and no header, and never stands in the columns' names", () => {
  const { records, columns } = readTable([[`客户手机 ${M1}`], [`客户手机 ${M2}`]]);
  expect(records).toHaveLength(2);
  expect(JSON.stringify(columns)).not.toContain(M1);
});

test("a table longer than its sample is read to its end", () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ["张三", buildMobile(at + 1)]);
  expect(readTable([["姓名", "手机号"], ...rows]).records).toHaveLength(1000);
});
