import fc from "fast-check";
import { expect, test } from "vitest";
import { widenMarks } from "#reading/widen-marks.ts";

test.each([
  ["出售信息,获利", "出售信息，获利"],
  ["1,234条", "1,234条"],
  ["共3,000,查获", "共3,000，查获"],
  ["(2021)沪刑初1号", "(2021）沪刑初1号"],
  ["e.g. a, b; c", "e.g. a, b; c"],
  ["查明 : 其", "查明 ： 其"],
  ["", ""],
])("%s is read as %s", (narrow, wide) => {
  expect(widenMarks(narrow)).toBe(wide);
});

const signs = fc
  .array(fc.constantFrom("查", ",", ";", "(", ")", "，", "1", " ", "\t", "a", "😀"), { maxLength: 40 })
  .map((all) => all.join(""));

test("every place stays where it is, whatever the text", () => {
  fc.assert(
    fc.property(signs, (text) => {
      const unmarked = (words: string) => words.replace(/[,;:?!()，；：？！（）]/g, "·");
      expect(unmarked(widenMarks(text))).toBe(unmarked(text));
    }),
  );
});
