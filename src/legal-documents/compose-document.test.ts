import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { composeDocument, findMissing, textOfDocument } from "#legal-documents/compose-document.ts";
import { fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { shortNameOf } from "#legal-documents/document-number.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { maskParty } from "#legal-documents/mask-party.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

const book = loadDocumentKinds();
const kinds = [...book.kinds.values()].map((kind) => [kind.id, kind] as const);
const frame = { officeName: "云岭县人民检察院", number: null, numberToCome: "云岭检公益告〔2026〕　号", issuedOn: null };
const kindOf = (id: string) => {
  const kind = book.kinds.get(id);
  if (!kind) throw new Error(id);
  return kind;
};

test("every kind that a step of a procedure makes has a template, and every field that a step fills is a field of a step", () => {
  const tables = [...loadProcedureTables(new Set(loadCalendar().rules.keys())).values()];
  const steps = tables.flatMap(({ steps }) => steps);
  expect(steps.flatMap(({ documents }) => documents).filter((id) => !book.kinds.has(id))).toEqual([]);
  const known = new Set(steps.flatMap(({ id, fields }) => fields.flatMap((field) => [`step.${field.id}`, `step.${id}.${field.id}`])));
  const keys = [...book.fields.values()].flatMap(({ from }) => from).filter((key) => key.startsWith("step."));
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});

test("every kind that the register of documents names is there, under its official name", () => {
  const names = [...book.kinds.values()].map(({ name }) => name.zh).join("\n");
  const wanted =
    "批准逮捕决定书 不批准逮捕决定书 不批准逮捕理由说明书 继续侦查提纲 补充侦查提纲 补充侦查决定书 起诉书 不起诉决定书 附条件不起诉决定书 认罪认罚具结书 量刑建议书 检察意见书 要求说明不立案理由通知书 通知立案书 指定管辖决定书 调用检察人员决定 移送案件线索通知书 报请移送案件线索意见书 初步调查报告 立案审批表 立案决定书 不立案决定书 调查方案 询问笔录 调取证据通知书 调取证据清单 委托鉴定 磋商会议纪要 事实确认书 调查终结报告 终结案件决定书 检察建议书 公告 中止审查决定书 恢复审查决定书 审查终结报告 公益诉讼起诉书 刑事附带民事公益诉讼起诉书 派员出庭通知书 撤回起诉决定书 变更诉讼请求决定书 公益诉讼上诉书 支持起诉意见书 撤回支持起诉决定书";
  expect(wanted.split(" ").filter((name) => !names.includes(name))).toEqual([]);
});

test("no two kinds share a word, and no field stands idle", () => {
  const words = kinds.flatMap(([, { word }]) => word ?? []);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  const used = new Set(kinds.flatMap(([, kind]) => fieldsOfKind(kind)));
  expect([...book.fields.keys()].filter((id) => !used.has(id))).toEqual([]);
});

describe("each kind", () => {
  test.each(kinds)("%s composes with every fact: nothing is missing, every value stands in the text, no brace is left", (_, kind) => {
    const values = Object.fromEntries(fieldsOfKind(kind).map((id) => [id, `甲${id}乙`]));
    const composed = composeDocument(kind, book.fields, values, frame);
    const text = textOfDocument(composed);
    expect(composed.missing).toEqual([]);
    for (const value of Object.values(values)) expect(text).toContain(value);
    expect(text).not.toMatch(/[{}]|待填/);
    expect(text).toContain(kind.name.zh);
  });

  test.each(kinds)("%s composes with no fact: every mandatory field is marked and listed, optional ones are left out", (_, kind) => {
    const composed = composeDocument(kind, book.fields, {}, frame);
    const text = textOfDocument(composed);
    const mandatory = fieldsOfKind(kind).filter((id) => !kind.optional.includes(id));
    expect(composed.missing.filter((one) => one.mandatory).map(({ id }) => id)).toEqual(mandatory);
    for (const id of mandatory) expect(text).toContain(`【待填：${book.fields.get(id)?.name.zh}】`);
    for (const id of kind.optional) expect(text).not.toContain(`【待填：${book.fields.get(id)?.name.zh}】`);
    expect(text).not.toMatch(/[{}]/);
  });
});

test("a value of several lines becomes as many paragraphs; spaces alone are no value", () => {
  const kind = kindOf("supplementary-outline");
  const values = { suspects: " ", outline: "一、查明来源\n\n 二、查明去向 " };
  const { paragraphs, missing } = composeDocument(kind, book.fields, values, frame);
  const lines = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""));
  expect(lines).toContain("一、查明来源");
  expect(lines).toContain("二、查明去向");
  expect(missing.map(({ id }) => id)).toContain("suspects");
});

test("a name of every object is no field: constructor has no value", () => {
  expect(findMissing(kindOf("notice"), book.fields, Object.create({ facts: "继承" })).map(({ id }) => id)).toContain("facts");
});

test("the number stands as it was given, or as it will look; the day only once it is issued", () => {
  const kind = kindOf("notice");
  expect(textOfDocument(composeDocument(kind, book.fields, {}, frame))).toContain("云岭检公益告〔2026〕　号");
  const issued = { ...frame, number: "云岭检公益告〔2026〕7号", issuedOn: "2026-11-05" };
  const text = textOfDocument(composeDocument(kind, book.fields, {}, issued));
  expect(text).toContain("云岭检公益告〔2026〕7号");
  expect(text).toContain("2026年11月5日");
});

test.each([
  ["云岭县人民检察院", "云岭"],
  ["浦东新区人民检察院", "浦东新"],
  ["临江市东湖区人民检察院", "东湖"],
  ["荆州市沙市区人民检察院", "沙市"],
  ["恩施土家族苗族自治州人民检察院", "恩施土家族苗族"],
  ["内蒙古自治区人民检察院", "内蒙古"],
  ["最高人民检察院", "最高"],
  ["云岭990101院", "云岭990101"],
  ["滨县人民检察院", "滨县"],
])("%s is %s in short, until the office sets its own", (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});

test.each([
  ["张三丰", "张某某"],
  ["李四", "李某"],
  ["欧阳明月", "欧阳某某"],
  ["欧阳", "欧某"],
  ["王某某", "王某某"],
  ["王", "王"],
])("%s is written %s where a text goes to the public", (name, masked) => {
  expect(maskParty(name)).toBe(masked);
});

test("law stands in the files of kinds only: no article or number of days in the code of the slice", () => {
  const code = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!test|cases)\.ts$/.test(file));
  const wrong = code.filter((file) =>
    /第[一二三四五六七八九十百零]+条|[一二三]十?日内/.test(readFileSync(join(import.meta.dirname, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});
