import { expect, test } from "vitest";
import { FIELD_WORDS } from "#refusals/field-words.data.ts";
import { nameField } from "#refusals/name-field.ts";
import { refuse, sentenceOf } from "#refusals/refusal.ts";

test.each([
  ["until", "结束日期", "last day"],
  ["change.until", "结束日期", "last day"],
  ["items.1.count", "第2项的条数", "number of items (no. 2)"],
  ["deliveries[0].items", "第1项的条目", "items (no. 1)"],
  ["collectors.0", "第1项的收集人", "collectors (no. 1)"],
])("%s is called what a person calls it", (place, zh, en) => {
  expect([nameField(place, "zh"), nameField(place, "en")]).toEqual([zh, en]);
});

test.each(["移送包", "reason.csv 第3行", "流水.csv", "fields.factz", "--from", "constructor"])("%s stays as it is", (place) => {
  expect(nameField(place, "zh")).toBe(place);
});

test("a refusal tells the field in words and keeps its place for programs", () => {
  const refusal = refuse("invalid-input", { place: "change.until", expected: "空", "expected.en": "nothing", found: "x" });
  expect(sentenceOf(refusal, "zh")).toBe("填写有误：结束日期应为空，收到的是x。");
  expect(sentenceOf(refusal, "en")).toBe("Invalid input: last day must be nothing, found x.");
  expect(refusal.detail["place"]).toBe("change.until");
});

test("what a refusal brings in the reader's language goes before the words of the field", () => {
  const refusal = refuse("invalid-input", { place: "on", "place.en": "day of filing", expected: "空", found: "x" });
  expect(sentenceOf(refusal, "en")).toContain("day of filing");
});

test("a value in both languages is told in the reader's", () => {
  const refusal = refuse("invalid-input", { place: "reason", expected: "理由", "expected.en": "a reason", found: "空 / nothing" });
  expect(sentenceOf(refusal, "zh")).toBe("填写有误：理由应为理由，收到的是空。");
  expect(sentenceOf(refusal, "en")).toBe("Invalid input: reason must be a reason, found nothing.");
});

test("the words of the fields are in both languages", () => {
  for (const { zh, en } of Object.values(FIELD_WORDS))
    expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false]);
});
