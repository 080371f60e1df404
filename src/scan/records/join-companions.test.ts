import { expect, test } from "vitest";
import { readTextRecords, type TextPlace } from "#scan/records/text-records.ts";

const place: TextPlace = { row: 1, offsetOf: (at) => at, today: "2026-11-22", names: true };
const recordsOf = (text: string, asContent = false, names = true) =>
  readTextRecords(text, { ...place, names }, asContent).map(({ findings }) =>
    findings.map(({ kind, value }) => (kind === "communication-content" ? kind : `${kind} ${value}`)).join(" + "),
  );

const M1 = "13812345678";
const M2 = "13912345670";

test.each([
  [`姓名：张三，手机${M1}`, [`name 张三 + mobile ${M1}`]],
  [`张三 ${M1}，李四 ${M2}`, [`name 张三 + mobile ${M1}`, `name 李四 + mobile ${M2}`]],
  [`${M1} 张三；${M2} 李四`, [`mobile ${M1} + name 张三`, `mobile ${M2} + name 李四`]],
  [`收件人：张三 ${M1} 地址：杭州市西湖区文三路1号`, [`name 张三 + mobile ${M1} + address 杭州市西湖区文三路1号`]],
  ["联系人：王小明 010-88776655", ["name 王小明 + landline 01088776655"]],
  // The number alone identifies nobody and nothing announces the name: the ledger stays as it was.
  ["王小明 010-88776655", ["landline 01088776655"]],
  ["姓名：张三 住址：杭州市西湖区文三路1号", ["name 张三 + address 杭州市西湖区文三路1号"]],
  [
    "收件人：张三，地址：杭州市西湖区文三路1号；收件人：李四，地址：杭州市上城区望江路2号",
    ["name 张三 + address 杭州市西湖区文三路1号", "name 李四 + address 杭州市上城区望江路2号"],
  ],
  ["姓名：张三", []],
  ["地址：杭州市西湖区文三路1号", []],
  ["张三住在杭州市西湖区文三路1号3栋201室", []],
  ["姓名、地址、手机都要", []],
  [`手机${M1} 姓名：张某某`, [`mobile ${M1}`]],
])("%j gives the records %j", (text, records) => {
  expect(recordsOf(text)).toEqual(records);
});

test("a name never cuts: as many records as without names", () => {
  for (const text of [`姓名：张三 手机${M1} 紧急联系人：李四`, `张三 ${M1} 李四 ${M2} 王五`, `客户张三、李四 ${M1}`])
    expect(recordsOf(text).length).toBe(recordsOf(text, false, false).length);
});

test("switched off, no name and no address is looked for", () => {
  expect(recordsOf(`姓名：张三，手机${M1}`, false, false)).toEqual([`mobile ${M1}`]);
  expect(recordsOf("姓名：张三 住址：杭州市西湖区文三路1号", false, false)).toEqual([]);
});

test("a leaked message is identified by a labelled name with its address, and by no other name", () => {
  expect(recordsOf("张三今晚到", true)).toEqual(["communication-content"]);
  expect(recordsOf("姓名：张三 明天到", true)).toEqual(["communication-content"]);
  expect(recordsOf("姓名：张三 住址：杭州市西湖区文三路1号", true)).toEqual([
    "name 张三 + address 杭州市西湖区文三路1号 + communication-content",
  ]);
});

test("the key of the whole row is what it was without names", () => {
  const everything = (text: string, names: boolean) =>
    readTextRecords(text, { ...place, names }, false).map((record) => record.everything());
  expect(everything(`张三 ${M1}`, true)).toEqual(everything(`张三 ${M1}`, false));
});

test("a line of a hundred thousand names and numbers is read in linear steps", { timeout: 60_000 }, () => {
  expect(recordsOf(`张三 ${M1} `.repeat(100_000))).toHaveLength(1);
  expect(recordsOf(`张三 ${M1} 李四 ${M2} `.repeat(30_000)).length).toBeGreaterThan(1);
});
