import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "#sample/encode-gb18030.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";
import { TABLE_LIMITS } from "#tables/read-tables.ts";
import { readUpload } from "#tables/read-upload.ts";
import { findHeader, readDay, type Table } from "#tables/table.ts";

const read = (name: string, bytes: Uint8Array | string) =>
  readUpload(
    name,
    (async function* () {
      yield Buffer.from(bytes);
    })(),
    new AbortController().signal,
  );

describe("a small table is read with the numbers of its rows:", () => {
  test.each([
    ["commas", "甲,乙\n1,2\n"],
    ["tabs", "甲\t乙\n1\t2\n"],
    ["semicolons", "甲;乙\r\n1;2\r\n"],
    ["a byte order mark", "\ufeff甲,乙\n1,2\n"],
    ["a hint for the separator", "sep=;\n甲;乙\n1;2"],
  ])("%s", async (title, text) => {
    const answer = await read("a.csv", text);
    const first = title.startsWith("a hint") ? 2 : 1;
    expect(answer).toMatchObject({
      ok: true,
      tables: [
        {
          sheet: null,
          rows: [
            { row: first, cells: ["甲", "乙"] },
            { row: first + 1, cells: ["1", "2"] },
          ],
        },
      ],
    });
  });

  test("GB18030, blank rows counted and left out", async () => {
    const answer = await read("a.csv", encodeGb18030("日期,金额\n\n今天,5\n"));
    expect(answer).toMatchObject({
      ok: true,
      tables: [
        {
          rows: [
            { row: 1, cells: ["日期", "金额"] },
            { row: 3, cells: ["今天", "5"] },
          ],
        },
      ],
    });
  });

  test("a workbook, every sheet, amounts as they are stored", async () => {
    const bytes = buildWorkbook([
      {
        name: "流水",
        rows: [
          ["日期", "金额"],
          ["2024-03-01", 1234.5],
        ],
      },
      { name: "藏", rows: [["x"]], hidden: true },
    ]);
    const answer = await read("a.xlsx", bytes);
    expect(answer).toMatchObject({
      ok: true,
      tables: [
        {
          sheet: "流水",
          rows: [
            { row: 1, cells: ["日期", "金额"] },
            { row: 2, cells: ["2024-03-01", "1234.5"] },
          ],
        },
        { sheet: "藏", rows: [{ row: 1, cells: ["x"] }] },
      ],
    });
  });
});

test("a workbook as banks still send it (XLS)", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["日期", "金额"], [], ["2024-03-01", 1234.5]]), "流水");
  const bytes: Uint8Array = write(book, { type: "buffer", bookType: "biff8" });
  expect(await read("a.xls", bytes)).toMatchObject({
    ok: true,
    tables: [
      {
        sheet: "流水",
        rows: [
          { row: 1, cells: ["日期", "金额"] },
          { row: 3, cells: ["2024-03-01", "1234.5"] },
        ],
      },
    ],
  });
  expect((await read("a.xls", bytes.subarray(0, bytes.length - 600))).ok).toBe(false);
});

describe("half a table is never answered:", () => {
  test.each<[string, string, Uint8Array | string]>([
    ["another format", "a.pdf", "%PDF-1.7\n"],
    ["bytes that are no text", "a.csv", Uint8Array.of(0, 1, 2, 3, 0, 255, 254, 0, 9)],
    ["a workbook cut off", "a.xlsx", buildWorkbook([{ name: "a", rows: [["x"]] }]).subarray(0, 300)],
    ["a ZIP that is no workbook", "a.xlsx", buildWorkbook([])],
    ["too many rows", "a.csv", "1,2\n".repeat(TABLE_LIMITS.rows + 1)],
  ])("%s", async (_title, name, bytes) => {
    const answer = await read(name, bytes);
    expect(answer.ok && answer.tables.length > 0).toBe(false);
  });
});

test("the header is the row that names most columns, among the first forty", () => {
  const table: Table = {
    sheet: null,
    rows: [
      { row: 1, cells: ["户名：某"] },
      { row: 3, cells: ["日 期", "金额（元）", "日期"] },
      { row: 4, cells: ["金额", "1"] },
    ],
  };
  expect(findHeader(table, { date: ["日期"], amount: ["金额元", "金额"] }, 2)).toEqual({
    row: 3,
    columns: [
      { at: 0, name: "日 期", means: "date" },
      { at: 1, name: "金额（元）", means: "amount" },
      { at: 2, name: "日期", means: null },
    ],
  });
});

test.each([
  ["2024-3-1", "2024-03-01"],
  ["2024年03月01日", "2024-03-01"],
  ["２０２４／３／１", "2024-03-01"],
  ["20240301", "2024-03-01"],
  ["45352.5", "2024-03-01"],
  ["2023-02-29", null],
  ["20241301", null],
  ["3/1/2024", null],
  ["", null],
])("the day %s is %s", (cell, day) => {
  expect(readDay(cell)).toBe(day);
});
