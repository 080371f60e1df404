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
