import { expect, test } from "vitest";
import { Corrections } from "#scan/corrections/corrections.contract.ts";
import { findCorrectionFault } from "#scan/corrections/find-correction-fault.ts";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";

const CODES = ["姓名,代码", `张某,${buildMobile(1)}`, "李某,x1", "王某,y2", "赵某,z3"].join("\n");
const STAYS = ["姓名,手机,入住时间,房号", `张某,${buildMobile(1)},2024-01-01,1203`, `张某,${buildMobile(1)},2024-01-02,1203`].join("\n");

const shapeOf = ({ shapes }: CountResult, at = 0): string => shapes?.[at]?.id ?? "";
const corrected = (evidence: Record<string, string>, corrections: unknown[], options: Partial<CountOptions> = {}) =>
  countBytes(evidence, { ...options, corrections: Corrections.parse({ corrections }).corrections });

test("one correction of a column serves all tables of the shape, and the shape keeps its name", async () => {
  const evidence = { "a.csv": CODES, "b.csv": CODES.replace("y2", "w4"), "c.csv": STAYS };
  const before = await countBytes(evidence);
  const shape = before.shapes?.find(({ columns }) => columns.some(({ name }) => name === "代码"))?.id ?? "";
  const after = await corrected(evidence, [{ type: "column", shape, column: "代码", kind: "mobile", reason: "该列为手机号" }]);
  expect(after.corrections).toEqual([{ correction: 1, tables: 2, records: 8 }]);
  expect(after.shapes?.find(({ id }) => id === shape)).toMatchObject({
    sources: 2,
    columns: [{}, { kind: "mobile", inferred: null, because: [{ zh: "人工更正（第1条）" }] }],
  });
  const mobiles = after.kinds.find(({ kind }) => kind === "mobile");
  expect(mobiles).toMatchObject({ valid: 2 + 2, invalid: 6 });
});

test("a correction of a single source touches no other table, and holds over one of the shape", async () => {
  const evidence = { "a.csv": CODES, "b.csv": CODES };
  const shape = shapeOf(await countBytes(evidence));
  const after = await corrected(evidence, [
    { type: "column", source: "b.csv", column: 2, kind: "qq", reason: "甲" },
    { type: "column", shape, column: "代码", kind: "mobile", reason: "乙" },
  ]);
  expect(after.sources.map(({ columns }) => columns[1]?.kind)).toEqual(["mobile", "qq"]);
  expect(after.corrections?.map(({ tables }) => tables)).toEqual([1, 1]);
});

test("what stands beside a corrected column is judged beside what the person said", async () => {
  const table = `手机,甲栏,金额\n${buildMobile(1)},100,20\n${buildMobile(2)},300,40\n`;
  const before = await countBytes({ "a.csv": table });
  expect(before.sources[0]?.columns[2]).toMatchObject({ kind: null });
  const after = await corrected({ "a.csv": table }, [
    { type: "column", source: "a.csv", column: "甲栏", kind: "property", reason: "余额" },
  ]);
  expect(after.sources[0]?.columns[2]).toMatchObject({ kind: "property", because: expect.arrayContaining(["beside:balances"]) });
  expect(after.ledger.tiers.A.distinct).toBe(2);
});

test("a column that is nothing, by a person's word, has findings no more", async () => {
  const evidence = { "a.csv": `手机,备注\n${buildMobile(1)},1\n${buildMobile(2)},2\n` };
  const after = await corrected(evidence, [
    { type: "column", source: "a.csv", column: "手机", kind: "order-number", reason: "实为订单号" },
  ]);
  expect(after.ledger.total.seized).toBe(0);
});

test("a first row taken for the header is a record by a person's word, in all tables of the shape", async () => {
  const rows = `姓名,手机\n${"张三"},${buildMobile(1)}\n`;
  const evidence = { "a.csv": rows, "b.csv": rows.replace("张三", "李四") };
  const before = await countBytes(evidence);
  const after = await corrected(evidence, [{ type: "header", shape: shapeOf(before), header: false, reason: "首行即数据" }]);
  expect(before.sources[0]?.columns.map(({ name }) => name)).toEqual(["姓名", "手机"]);
  expect(after.sources.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
    ["列1", "列2"],
    ["列1", "列2"],
  ]);
  expect(after.corrections).toMatchObject([{ tables: 2 }]);
  expect(after.shapes, "still of the shape that was corrected").toMatchObject([{ id: shapeOf(before), tables: 2 }]);
});

test("a first row taken for a record is the header by a person's word", async () => {
  const table = `甲,乙\n${"张三"},一中\n李四,二中\n`;
  const before = await countBytes({ "a.csv": table });
  const after = await corrected({ "a.csv": table }, [
    { type: "header", source: "a.csv", header: true, reason: "首行为表头" },
    { type: "column", source: "a.csv", column: 1, kind: "name", reason: "姓名" },
    { type: "column", source: "a.csv", column: 2, kind: "education", reason: "学校" },
  ]);
  expect(before.sources[0]?.columns[0]?.name).toBe("列1");
  expect(after.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["甲 name", "乙 education"]);
  expect(after.ledger.tiers.C).toMatchObject({ seized: 2, valid: 2 });
});

test("a kind put into another tier counts there, by its own facts, and the reason stays with the figures", async () => {
  const evidence = { "a.csv": STAYS };
  const lowered = await corrected(evidence, [
    { type: "tier", of: "accommodation", tier: "C", reason: "仅为预订", cite: "法释〔2017〕10号第五条" },
  ]);
  expect((await countBytes(evidence)).ledger.tiers.B).toMatchObject({ valid: 2, distinct: 2 });
  expect(lowered.ledger.tiers).toMatchObject({ B: { valid: 0 }, C: { valid: 2, distinct: 1 } });
  expect(lowered.options.corrections).toMatchObject([{ reason: "仅为预订", cite: "法释〔2017〕10号第五条" }]);

  const schools = `姓名,手机,学校\n张某,${buildMobile(1)},一中\n张某,${buildMobile(1)},二中\n`;
  expect((await countBytes({ "a.csv": schools })).ledger.tiers.C).toMatchObject({ valid: 2, distinct: 1 });
  const raised = await corrected({ "a.csv": schools }, [{ type: "tier", of: "education", tier: "B", reason: "用于精准诈骗" }]);
  expect(raised.ledger.tiers.B).toMatchObject({ valid: 2, distinct: 2 });
});

test("an identity set without a photograph may be put into tier B; its identifier stays the whole key", async () => {
  const table = `姓名,身份证号,住址,余量\n张某,${buildResidentId(901)},临江市人民路1号,1\n张某,${buildResidentId(901)},临江市人民路2号,2\n`;
  const after = await corrected({ "a.csv": table }, [
    { type: "tier", of: "identity-without-photograph", tier: "B", reason: "参照指导性案例193号" },
  ]);
  expect(after.ledger.tiers.B).toMatchObject({ valid: 2, distinct: 1 });
});

test("item and key by a person's word are those of the count", async () => {
  const table = `姓名,手机,身份证号\n张三,${buildMobile(1)},${buildResidentId(901)}\n张三,${buildMobile(1)},${buildResidentId(902)}\n`;
  const after = await corrected({ "a.csv": table }, [
    { type: "key", key: "row", reason: "先" },
    { type: "key", key: "name+mobile", reason: "同一号码为同一人" },
  ]);
  expect(after.options.key).toBe("name+mobile");
  expect(after.ledger.tiers.C).toMatchObject({ valid: 2, distinct: 1 });
  expect((await countBytes({ "a.csv": table })).ledger.tiers.C.distinct).toBe(2);
});

test("an account with its password and certificate in one row is one item", async () => {
  const table = "账号,密码,证书编号\nuser_one,Passw0rd1,CERT-1\nuser_two,Passw0rd2,CERT-2\n";
  expect((await countBytes({ "a.csv": table })).ledger.tiers.C).toMatchObject({ seized: 2, distinct: 2 });
});

test.each([
  ["no reason", { type: "tier", of: "health", tier: "C" }, "reason"],
  ["an empty reason", { type: "tier", of: "health", tier: "C", reason: " " }, "reason"],
  ["an unknown kind", { type: "column", shape: "s0123456789abcdef", column: 1, kind: "shoe-size", reason: "x" }, "kind"],
  ["an unknown kind of a tier", { type: "tier", of: "shoe-size", tier: "C", reason: "x" }, "of"],
  ["an unknown tier", { type: "tier", of: "health", tier: "D", reason: "x" }, "tier"],
  ["neither shape nor source", { type: "column", column: 1, kind: "qq", reason: "x" }, "shape"],
  ["both shape and source", { type: "column", shape: "s0123456789abcdef", source: "a", column: 1, kind: "qq", reason: "x" }, "shape"],
  ["an unknown key", { type: "key", key: "name+shoe", reason: "x" }, "key"],
  ["an unknown type", { type: "colour", reason: "x" }, "type"],
])("%s is refused at its place", (_, correction, place) => {
  const parsed = Corrections.safeParse({ corrections: [correction] });
  expect(parsed.error?.issues[0]?.path).toEqual(["corrections", 0, place]);
});

test("a shape, source or column that the count does not hold is named with what was expected", async () => {
  const result = await countBytes({ "a.csv": CODES });
  const shape = shapeOf(result);
  const fault = (correction: object) => {
    const [parsed] = Corrections.parse({ corrections: [{ type: "column", kind: "qq", reason: "x", ...correction }] }).corrections;
    return parsed === undefined ? null : findCorrectionFault(parsed, result);
  };
  expect(fault({ shape, column: "代码" })).toBeNull();
  expect(fault({ source: "a.csv", column: 2 })).toBeNull();
  expect(fault({ shape: "s0000000000000000", column: 1 })).toMatchObject({ place: "shape", found: "s0000000000000000" });
  expect(fault({ source: "b.csv", column: 1 })).toMatchObject({ place: "source" });
  expect(fault({ shape, column: "手机" })).toMatchObject({ place: "column", expected: { zh: expect.stringContaining("姓名、代码") } });
  expect(fault({ shape, column: 3 })).toMatchObject({ place: "column", found: "3" });
});
