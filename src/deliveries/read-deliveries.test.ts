import { expect, test } from "vitest";
import { readDeliveries } from "#deliveries/read-deliveries.ts";
import type { Table } from "#tables/table.ts";

const table = (...rows: readonly string[]): Table => ({
  sheet: null,
  rows: rows.map((text, at) => ({ row: at + 1, cells: text.split("|") })),
});

test("lines are read by the words of their header, an empty number is the whole set", () => {
  const { deliveries, problems } = readDeliveries([
    table(
      "批次|档次|行为|接收人|日期|条数|总条数|履职",
      "客户表|第三档|购买|上家|2024-01-01|1万|10,000|否",
      "客户表|C|出售|乙|2024/2/1||10000|是",
      "轨迹|A|发布|||60条||",
    ),
  ]);
  expect(problems).toEqual([]);
  expect(
    deliveries.map(({ row, set, tier, direction, party, items, setItems, insider }) => [
      row,
      set,
      tier,
      direction,
      party,
      items,
      setItems,
      insider,
    ]),
  ).toEqual([
    [2, "客户表", "C", "obtained", "上家", 10_000, 10_000, false],
    [3, "客户表", "C", "sold", "乙", null, 10_000, true],
    [4, "轨迹", "A", "published", null, 60, null, null],
  ]);
});

test("a line that says nothing sure is a problem and no line", () => {
  const { deliveries, problems } = readDeliveries([
    table(
      "批次|档次|方向|日期|条数",
      "|C|出售||5",
      "甲|C|借给||5",
      "甲|D|出售||5",
      "甲|C|出售|某日|5",
      "甲|C|出售||5.5",
      "甲|C|出售||约5",
      "甲|C|出售||@无此文件:C",
      "甲|C|出售||5",
    ),
  ]);
  expect(deliveries.map(({ row }) => row)).toEqual([9]);
  expect(problems.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test("a reference to a count's ledger is its figure", () => {
  const { deliveries } = readDeliveries([table("批次|方向|条数", "甲|取得|@清点.json:B")], (reference) =>
    reference === "清点.json:B" ? 321 : null,
  );
  expect(deliveries[0]?.items).toBe(321);
});

test("a table whose header names no set or no direction is not read, and says so", () => {
  expect(readDeliveries([table("姓名|数量", "张某|5")])).toMatchObject({ deliveries: [], problems: [{ row: null }] });
});
