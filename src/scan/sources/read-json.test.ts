import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const person = (at: number) => ({ name: "张三", contact: { phone: buildMobile(at) }, tags: ["a", "b"] });

test("an array of objects is a table, its nested fields are columns, one object is a record", async () => {
  const result = await countBytes({ "a.json": JSON.stringify([person(1), { ...person(2), idcard: buildResidentId() }]) });
  expect(show(result)).toEqual(["a.json json scanned - 2"]);
  expect(result.sources[0]?.encoding).toBe("utf-8");
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "name name",
    "contact.phone mobile",
    "tags null",
    "idcard resident-id",
  ]);
  expect(result.ledger.tiers.C).toMatchObject({ seized: 2, valid: 2, distinct: 2 });
}, 120_000);

test("a table under a key is one, several tables of a file are leaves of their own", async () => {
  const one = { code: 0, data: { total: 2, list: [person(1), person(2)] } };
  const two = { users: [person(1)], logs: { rows: [person(2), person(3)] } };
  const result = await countBytes({ "one.json": JSON.stringify(one), "two.json": JSON.stringify(two, null, 2) });
  expect(show(result)).toEqual(["one.json json scanned - 2", "two.json#users json scanned - 1", "two.json#logs.rows json scanned - 2"]);
  expect(result.coverage.bytes).toBe(Buffer.byteLength(JSON.stringify(one) + JSON.stringify(two, null, 2)));
  expect(result.coverage.bytesScanned).toBe(result.coverage.bytes);
}, 120_000);

test("JSONL is one object a line in every encoding; a broken line is text and said so", async () => {
  const lines = `${JSON.stringify(person(1))}\r\n${JSON.stringify(person(2))}\n`;
  const utf16 = Buffer.from(`\uFEFF${lines}`, "utf16le");
  const result = await countBytes({ "a.jsonl": lines, "b.jsonl": utf16, "c.jsonl": `${lines}{"phone": "${buildMobile(3)}",\n` });
  expect(show(result)).toEqual(["a.jsonl jsonl scanned - 2", "b.jsonl jsonl scanned - 2", "c.jsonl jsonl partly json-damaged 3"]);
  expect(result.sources[1]?.encoding).toBe("utf-16le");
}, 120_000);

test("rows may be arrays; a single object is free text with its field names as labels", async () => {
  const result = await countBytes({
    "rows.json": JSON.stringify([
      ["姓名", "手机号"],
      ["张三", buildMobile(1)],
      ["李四", buildMobile(2)],
    ]),
    "one.json": JSON.stringify({ a: { 身份证: buildResidentId(), mobile: buildMobile(3) }, b: [buildMobile(4)] }),
  });
  expect(show(result)).toEqual(["rows.json json scanned - 2", "one.json json scanned - 2"]);
  expect(result.ledger.total.seized).toBe(4);
}, 120_000);

test("a resident id written as a number keeps all its digits, a rounded one is damaged", async () => {
  const id = buildResidentId();
  const result = await countBytes({ "a.json": `[{"idcard":${id}},{"idcard":1.10105E+17},{"idcard":"x:${id},"}]` });
  expect(result.kinds.find(({ kind }) => kind === "resident-id")).toMatchObject({ found: 3, valid: 2, damaged: 1 });
}, 120_000);

test("a row stands at the byte where its object begins, beyond the first megabyte too", async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => JSON.stringify({ 姓名: "张三", 手机: buildMobile(at), 备注: "字".repeat(10) }));
  const text = `[\n${rows.join(",\n")}\n]`;
  const places: number[] = [];
  const decisionAt = (_: string, __: number, offset: number) => {
    places.push(offset);
    return null;
  };
  const result = await countBytes({ "a.json": text }, {}, { decisionAt });
  expect(result.sources[0]?.records).toBe(30_000);
  const bytes = Buffer.from(text);
  for (const at of [0, 150, 29_999])
    expect(bytes.toString("utf8", places[at], (places[at] ?? 0) + (rows[at]?.length ?? 0))).toContain(buildMobile(at));
}, 120_000);

test("JSON that is cut off, mismatched, nested without end or no JSON at all is read as far as it goes", async () => {
  const whole = JSON.stringify([person(1), person(2), person(3)]);
  const result = await countBytes({
    "cut.json": whole.slice(0, -20),
    "deep.json": `[${"[".repeat(300_000)}`,
    "deeper.json": `${'{"a":'.repeat(100_000)}"${buildMobile(5)}"`,
    "match.json": `{"a":[{"phone":"${buildMobile(6)}"}}, {"phone":"${buildMobile(7)}"}`,
    "row.json": `[{"phone":"${buildMobile(8)}"},{phone:'${buildMobile(9)}'}]`,
    "nul.json": `[{"phone":"\\u0000${buildMobile(8)}"}]\u0000`,
  });
  expect(show(result)).toEqual([
    "cut.json json partly json-damaged 3",
    "deep.json json partly json-damaged 0",
    "deeper.json json partly json-damaged 1",
    "match.json json partly json-damaged 2",
    "row.json json partly json-damaged 2",
    "nul.json json scanned - 1",
  ]);
}, 120_000);

test("an object beyond the limit is read as text, and keys without end do not grow the table and are said to be too many", async () => {
  const long = JSON.stringify([{ phone: buildMobile(1), note: "x".repeat(3_000_000) }, { phone: buildMobile(2) }]);
  const keys = JSON.stringify(Array.from({ length: 3000 }, (_, at) => ({ [`key${at}`]: buildMobile(at) })));
  const result = await countBytes({ "long.json": long, "keys.json": keys }, {}, { limits: { longestLine: 1_000_000 } });
  expect(show(result)).toEqual(["long.json json partly json-damaged 2", "keys.json json partly too-many-columns 3000"]);
}, 120_000);
