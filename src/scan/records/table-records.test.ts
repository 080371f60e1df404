import { expect, test } from "vitest";
import { buildBankCard, buildMobile, buildResidentId } from "#scan/count.builder.ts";
import type { ColumnMeaning } from "#scan/finding.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import { TableRecords } from "#scan/records/table-records.ts";
import { tierOfRecord } from "#scan/tiers/tier-of-record.ts";

const column = (name: string, kind: ColumnMeaning["kind"], more: Partial<ColumnMeaning> = {}): ColumnMeaning => ({
  name,
  kind,
  share: 1,
  evidence: [],
  otherParty: false,
  detail: false,
  ...more,
});
const [M1, M2, ID, CARD] = [buildMobile(10_000_001), buildMobile(10_000_002), buildResidentId(901), buildBankCard(1)];
const read = (columns: readonly ColumnMeaning[], cells: readonly string[]): SeizedRecord | null =>
  new TableRecords(columns, null, "2026-11-22").read(cells, 1, () => 7);
const kinds = (record: SeizedRecord | null) => record?.findings.map(({ kind, state }) => `${kind} ${state}`);

test("a row with a finding is a record, a row of placeholders or with the header's words is none", () => {
  const columns = [column("姓名", "name"), column("手机号", "mobile")];
  expect(kinds(read(columns, ["张三", M1]))).toEqual(["name valid", "mobile valid"]);
  expect(read(columns, ["无", "-"])).toBeNull();
  expect(new TableRecords(columns, ["姓名", "手机号"], "2026-11-22").read(["姓名", "手机号"], 9, () => 0)).toBeNull();
});

test("a row is never cut, however many values of a kind it holds", () => {
  expect(kinds(read([column("手机1", "mobile"), column("手机2", "mobile")], [M1, M2]))).toEqual(["mobile valid", "mobile valid"]);
});

test("several columns of one category are one finding", () => {
  const columns = [
    column("手机", "mobile"),
    column("入住时间", "accommodation", { detail: true }),
    column("房号", "accommodation", { detail: true }),
  ];
  expect(kinds(read(columns, [M1, "2024-03-01", "301"]))).toEqual(["mobile valid", "accommodation valid"]);
  expect(kinds(read(columns, [M1, "", "无"]))).toEqual(["mobile valid"]);
});

test("a moment is the same whether a person wrote it, a program or a spreadsheet; a duration stays a number", () => {
  const columns = [column("手机", "mobile"), column("入住时间", "accommodation", { detail: true })];
  const said = ["2024-03-01 09:05:00", "2024/3/1 9:05", "2024年3月1日 09:05", "45352.37847222222"].map((moment) =>
    read(columns, [M1, moment])?.details(),
  );
  expect(said).toEqual(Array(4).fill("2024-03-01T09:05:00"));
  const talk = [column("手机", "mobile"), column("通话时长", "communication-record", { detail: true })];
  expect(read(talk, [M1, "45352"])?.details()).toBe("45352");
});

test("a number of eight digits among telephones is a landline, among mobiles it was cut", () => {
  expect(kinds(read([column("姓名", "name"), column("联系电话", "mobile")], ["张三", "88776655"]))).toEqual([
    "name valid",
    "landline valid",
  ]);
  expect(kinds(read([column("姓名", "name"), column("联系电话", "mobile")], ["张三", "13812345"]))).toEqual([
    "name valid",
    "mobile damaged",
  ]);
  expect(kinds(read([column("姓名", "name"), column("手机电话", "mobile")], ["张三", "88776655"]))).toEqual([
    "name valid",
    "mobile damaged",
  ]);
});

test("among papers of any kind a foreigner's passport and a permit of eight digits are what they are; under 身份证号 they are wrong", () => {
  const among = (name: string, kind: "resident-id" | "passport", paper: string) => kinds(read([column(name, kind)], [paper]));
  expect(among("证件号码", "resident-id", "N1234567")).toEqual(["passport valid"]);
  expect(among("证件号码", "passport", "12345678")).toEqual(["taiwan-permit valid"]);
  expect(among("证件号码", "resident-id", "12345678")).toEqual(["resident-id damaged"]);
  expect(among("身份证号", "resident-id", "N1234567")).toEqual(["resident-id invalid"]);
  expect(among("护照号", "passport", "12345678")).toEqual(["passport invalid"]);
});

test("a column of no kind is searched, a lookalike's is not", () => {
  expect(kinds(read([column("备注", null)], [`请打${M1}`]))).toEqual(["mobile valid"]);
  expect(read([column("订单号", "order-number")], [M1])).toBeNull();
});

test("cells beyond the known columns are searched too", () => {
  expect(kinds(read([column("姓名", "name")], ["张三", "x", M1]))).toEqual(["name valid", "mobile valid"]);
});

test("what a record says is its detail columns and the other side, whatever their order, without the balance", () => {
  const time = column("时间", "timestamp", { detail: true });
  const peer = column("对方号码", "mobile", { otherParty: true });
  const balance = column("余额", "property", { detail: true });
  const own = column("本机号码", "mobile");
  const one = read([own, time, peer, balance], [M1, "2024-03-01 10:00", M2, "777777"]);
  const two = read([balance, peer, own, time], ["200", `+86 ${M2}`, M1, "2024-03-01  10:00"]);
  expect(one?.details()).not.toBe("");
  expect(two?.details()).toBe(one?.details());
  expect(one?.details()).not.toContain("777777");
  expect(read([own, time], [M1, ""])?.details()).toBe("");
});

test("the other side's identifiers are a party of their own", () => {
  const record = read([column("主叫", "mobile"), column("被叫", "mobile", { otherParty: true })], [M1, M2]);
  expect(record?.findings.map(({ otherParty }) => otherParty)).toEqual([false, true]);
});

test("photograph, password and CVV columns decide the tier when they are filled", () => {
  const set = [column("姓名", "name"), column("身份证号", "resident-id"), column("住址", "address"), column("证件照片", null)];
  const address = "浙江省杭州市西湖区文三路1号";
  const tier = (columns: ColumnMeaning[], cells: string[]) => {
    const record = read(columns, cells);
    return record === null ? null : tierOfRecord(record);
  };
  expect(tier(set, ["张三", ID, address, "a.jpg"])).toBe("B");
  expect(tier(set, ["张三", ID, address, ""])).toBe("C");
  const cards = [column("卡号", "bank-card"), column("CVV", null)];
  expect(tier(cards, [CARD, "123"])).toBe("A");
  expect(tier(cards, [CARD, ""])).toBe("C");
});

test("the row key is every normalised cell, closing empty cells left out", () => {
  const columns = [column("姓名", "name"), column("手机号", "mobile"), column("城市", null)];
  const key = (cells: string[]) => read(columns, cells)?.everything();
  expect(key(["张 三", `+86${M1}`, "", ""])).toBe(key(["张三", M1]));
  expect(key(["张三", M1, "甲"])).not.toBe(key(["张三", M1, "乙"]));
});

test("cells are given with their column, only those that mean something", () => {
  const cells = read([column("姓名", "name"), column("序", null), column("手机号", "mobile")], ["张三", "1", M1])?.cells();
  expect(cells?.map((cell) => `${cell.column} ${cell.kind} ${cell.state}`)).toEqual(["姓名 name valid", "手机号 mobile valid"]);
});
