import fc from "fast-check";
import { expect, test } from "vitest";
import { redactText } from "#redaction/redact-text.ts";

const JUDGMENT = `被告人张建国，男，1990年3月5日出生，汉族，住浙江省杭州市西湖区文三路12号3幢502室，公民身份号码330106199003050916。
被告人张小红，女，1992年11月20日出生。
辩护人李正义，浙江某律师事务所律师。
经审理查明，被告人张建国将手机号13912345678、邮箱zhang@example.com出售给王大力，张小红帮助转账。
审判长　陈公正
书记员　赵明`;

test("names, numbers, addresses and birthdays of private persons are gone, officials and counsel stay", () => {
  const { text, counts } = redactText(null, JUDGMENT);
  for (const gone of ["张建国", "张小红", "330106199003050916", "13912345678", "zhang@example.com", "文三路", "3月5日", "11月20日"])
    expect(text).not.toContain(gone);
  for (const kept of ["李正义", "陈公正", "赵明", "浙江省杭州市西湖区", "1990年", "张某1", "张某2"]) expect(text).toContain(kept);
  expect(counts).toMatchObject({ "resident-id": 1, mobile: 1, email: 1, address: 1, birthday: 2 });
});

test("the list of replacements leads from the text as given to the text as published", () => {
  const { text, replaced } = redactText(null, JUDGMENT);
  let rebuilt = "";
  let from = 0;
  for (const one of replaced) {
    expect(one.from).toBeGreaterThanOrEqual(from);
    rebuilt += JUDGMENT.slice(from, one.from) + one.replacement;
    from = one.to;
  }
  expect(rebuilt + JUDGMENT.slice(from)).toBe(text);
  expect(JSON.stringify(replaced)).not.toContain("13912345678");
});

test("what is published needs no second redaction", () => {
  const once = redactText(null, JUDGMENT).text;
  expect(redactText(null, once).text).toBe(once);
});

test("a date of an act is no birthday, a number of a provision no personal information", () => {
  const text = "2018年5月21日，依照《中华人民共和国刑法》第二百五十三条之一第一款判决如下。";
  expect(redactText(null, text)).toMatchObject({ text, replaced: [] });
});

test("any text is answered, and every replacement lies within it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      for (const { from, to } of redactText(null, text).replaced) expect(from < to && to <= text.length).toBe(true);
    }),
    { numRuns: 40 },
  );
});
