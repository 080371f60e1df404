import { expect, test } from "vitest";
import { groupShapes } from "#scan/columns/group-shapes.ts";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import { nameShape } from "#scan/records/table-shape.ts";
import type { ColumnReport } from "#scan/scan.contract.ts";

const columnsOf = (at: number): ColumnReport[] => {
  const shape = nameShape([
    { name: "姓名", kind: "name" },
    { name: `手机${at}`, kind: "mobile" },
  ]);
  return [
    { name: "姓名", kind: "name", share: 1, because: ["header:姓名"], table: { shape, records: 10 } },
    { name: `手机${at}`, kind: "mobile", share: at === 3 ? 0.5 : 0.9, because: [`header:手机${at}`] },
  ];
};

test("12,555 sheets of nine forms are nine shapes, with all their sources and records", () => {
  const reports = Array.from({ length: 12_555 }, (_, at) => ({ path: `表${at}.xlsx#1`, columns: columnsOf(at % 9) }));
  const shapes = groupShapes(reports);
  expect(shapes).toHaveLength(9);
  expect(shapes.reduce((sum, { sources }) => sum + sources, 0)).toBe(12_555);
  expect(shapes.reduce((sum, { records }) => sum + records, 0)).toBe(125_550);
  expect(JSON.stringify(shapes).length, "small enough to be shown").toBeLessThan(10_000);
  expect(groupShapes([...reports].reverse()), "whatever the order of the sources").toEqual(shapes);
});

test("a shape shows the lowest share of its tables, and the evidence in sentences", () => {
  const [shape] = groupShapes([
    { path: "b", columns: columnsOf(1) },
    { path: "a", columns: columnsOf(1).map((column) => ({ ...column, share: 0.25 })) },
  ]);
  expect(shape).toMatchObject({ example: "a", tables: 2, columns: [{ share: 0.25 }, { share: 0.25, because: [{ zh: "表头“手机1”" }] }] });
});

test("headers written otherwise are the same shape; another order, or another meaning, is not", () => {
  const one = nameShape([
    { name: "用户 姓名", kind: "name" },
    { name: "Phone_No", kind: "mobile" },
    { name: "列3", kind: null },
  ]);
  expect(
    nameShape([
      { name: "用户姓名", kind: "name" },
      { name: "phoneno", kind: "mobile" },
    ]),
  ).toBe(one);
  expect(
    nameShape([
      { name: "phoneno", kind: "mobile" },
      { name: "用户姓名", kind: "name" },
    ]),
  ).not.toBe(one);
  expect(
    nameShape([
      { name: "用户姓名", kind: "name" },
      { name: "phoneno", kind: "landline" },
    ]),
  ).not.toBe(one);
});

test("each table of a page has its shape, and the records of a table are those it gave", async () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `<tr><td>张三</td><td>${buildMobile(from + at)}</td></tr>`).join("");
  const head = "<tr><th>姓名</th><th>手机</th></tr>";
  const page = `<!DOCTYPE html><html><body><p>名单</p><table>${head}${rows(1, 4)}</table><table>${head}${rows(4, 9)}</table><table><tr><th>姓名</th><th>电话</th></tr>${rows(9, 11)}</table></body></html>`;
  const { shapes, sources } = await countBytes({ "a.html": page });
  expect(sources[0]?.columns.filter(({ table }) => table !== undefined)).toHaveLength(3);
  expect(shapes).toMatchObject([
    { sources: 1, tables: 2, records: 8 },
    { sources: 1, tables: 1, records: 2 },
  ]);
});
