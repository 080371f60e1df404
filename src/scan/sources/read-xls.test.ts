import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

/** An XLS of the library's own writing: sheets of rows. */
function buildXls(sheets: Readonly<Record<string, (string | number | boolean)[][]>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  const bytes: Buffer = write(book, { type: "buffer", bookType: "biff8" });
  return bytes;
}

const LIST = [
  ["姓名", "手机号", "已付"],
  ["张三", Number(buildMobile(1)), true],
  ["李四", buildMobile(2), false],
];

test("every sheet of an XLS is a source, its numbers as stored; the file's bytes count once", async () => {
  const result = await countBytes({
    "b.xls": buildXls({ 客户: LIST, 空: [[]], 二: [["手机号"], [buildMobile(3)]] }),
    "c.dat": buildXls({ 甲: LIST }),
  });
  expect(show(result)).toEqual([
    "b.xls#客户 xls scanned - 2",
    "b.xls#空 xls scanned - 0",
    "b.xls#二 xls scanned - 1",
    "c.dat#甲 xls scanned - 2",
  ]);
  expect(result.sources[0]?.columns.map(({ kind }) => kind)).toEqual(["name", "mobile", null]);
  expect(result.kinds).toMatchObject([
    { kind: "mobile", valid: 5, invalid: 0, distinct: 3 },
    { kind: "name", valid: 4 },
  ]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 300_000);

test("an XLS of many rows is read piece by piece", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`张${at % 9}`, buildMobile(at)]);
  expect(show(await countBytes({ "b.xls": buildXls({ 大: [["姓名", "手机号"], ...rows] }) }))).toEqual(["b.xls#大 xls scanned - 20000"]);
}, 300_000);

test("an XLS that is cut off, damaged, or no workbook is said to be so, never passed over", async () => {
  const whole = buildXls({ 客户: Array.from({ length: 3000 }, (_, at) => ["张三", buildMobile(at)]) });
  const noise = Buffer.from(whole);
  for (let at = 512; at < noise.length; at++) noise[at] = (at * 7919 + (at >> 3)) % 256;
  const result = await countBytes({
    "cut.xls": whole.subarray(0, whole.length >> 1),
    "head.xls": whole.subarray(0, 520),
    "noise.xls": noise,
    "letter.doc": whole.subarray(0, 600),
    "text.xls": "手机号不在此处\n",
  });
  expect(result.sources.map(({ path, status, problem }) => `${path.split("#")[0]} ${status} ${problem?.kind ?? "-"}`)).toEqual([
    expect.stringMatching(/^cut.xls (partly|unreadable) workbook-damaged$/),
    "head.xls unreadable workbook-damaged",
    "noise.xls unreadable workbook-damaged",
    "letter.doc unreadable document-damaged",
    "text.xls scanned -",
  ]);
}, 300_000);
