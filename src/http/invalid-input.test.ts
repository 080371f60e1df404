import { expect, test } from "vitest";
import { z } from "zod";
import { refuseUnfit } from "#http/invalid-input.ts";
import { STATUS } from "#http/refusal-status.ts";
import { REFUSALS, type RefusalKind, sentenceOf } from "#refusals/refusal.ts";

const Shape = z.object({
  title: z.string().min(1).max(5),
  stage: z.enum(["trial", "closed"]),
  on: z.iso.date(),
  items: z.array(z.object({ count: z.number().int().min(0) })).max(2),
  number: z.string().regex(/^x/, "“云岭检刑诉受〔2026〕12号”这样的案号 / a number such as “云岭检刑诉受〔2026〕12号”"),
  password: z.string().min(8),
});
const fine = { title: "案", stage: "trial", on: "2026-11-02", items: [{ count: 1 }], number: "x1", password: "long enough" };

test.each<[string, object, string]>([
  ["a field that is missing", { title: undefined }, "填写有误：名称应为文字，收到的是空缺。"],
  ["an empty text", { title: "" }, "填写有误：名称应为不少于1个字符，收到的是“”。"],
  ["a text too long", { title: "x".repeat(60) }, "填写有误：名称应为不超过5个字符，收到的是60个字符的文字。"],
  ["a word that is not offered", { stage: "appeal" }, "填写有误：阶段应为以下之一：trial、closed，收到的是“appeal”。"],
  ["a day that is none", { on: "2026-02-30" }, "填写有误：日期应为日期（年-月-日，如2026-03-01），收到的是“2026-02-30”。"],
  ["a number deep inside", { items: [{ count: 1 }, { count: -1 }] }, "填写有误：第2项的条数应为不少于0，收到的是-1。"],
  ["a list too long", { items: [{ count: 1 }, { count: 1 }, { count: 1 }] }, "填写有误：条目应为不超过2项，收到的是3项的列表。"],
  ["a contract with its own words", { number: "12" }, "填写有误：案号应为“云岭检刑诉受〔2026〕12号”这样的案号，收到的是“12”。"],
  ["a password, which is never repeated", { password: "short" }, "填写有误：口令应为不少于8个字符，收到的是不符合要求的内容。"],
])("%s is named by place, expectation and finding", (_, change, sentence) => {
  const input = { ...fine, ...change };
  const parsed = Shape.safeParse(input);
  expect(parsed.success).toBe(false);
  if (!parsed.success) expect(sentenceOf(refuseUnfit(parsed.error, input), "zh")).toBe(sentence);
});

test("a body that is no object at all is named as such", () => {
  const parsed = Shape.safeParse([1]);
  if (!parsed.success) expect(sentenceOf(refuseUnfit(parsed.error, [1]), "zh")).toBe("填写有误：请求内容应为一组字段，收到的是1项的列表。");
  expect(parsed.success).toBe(false);
});

test.each<[object, string]>([
  [{ title: undefined }, "Invalid input: title must be text, found nothing."],
  [{ title: "" }, "Invalid input: title must be at least 1 characters, found “”."],
  [{ title: "x".repeat(60) }, "Invalid input: title must be at most 5 characters, found text of 60 characters."],
  [{ stage: "appeal" }, "Invalid input: stage must be one of trial, closed, found “appeal”."],
  [{ on: "2026-02-30" }, "Invalid input: day must be a date (year-month-day, such as 2026-03-01), found “2026-02-30”."],
  [{ items: [{ count: 1.5 }] }, "Invalid input: number of items (no. 1) must be a whole number, found 1.5."],
  [{ number: "12" }, "Invalid input: case number must be a number such as “云岭检刑诉受〔2026〕12号”, found “12”."],
  [{ items: {} }, "Invalid input: items must be a list, found a set of fields."],
  [{ password: "short" }, "Invalid input: password must be at least 8 characters, found something that does not do."],
])("an English reader is told in English: %j", (change, sentence) => {
  const input = { ...fine, ...change };
  const parsed = Shape.safeParse(input);
  expect(parsed.success).toBe(false);
  if (!parsed.success) expect(sentenceOf(refuseUnfit(parsed.error, input), "en")).toBe(sentence);
});

test("every refusal has a status that says no", () => {
  const kinds = Object.keys(REFUSALS) as RefusalKind[];
  expect(kinds.filter((kind) => !(STATUS[kind] >= 400 && STATUS[kind] < 600))).toEqual([]);
});
