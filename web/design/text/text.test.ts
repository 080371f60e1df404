import { expect, test } from "vitest";
import { fillWords, readerOf, signsOf } from "#web/design/text/text.ts";

const table = { found: { zh: "共{n}件", en: "{n} cases" } } as const;

test("a sentence is read in the chosen language with its places filled", () => {
  expect(readerOf(table, "zh")("found", { n: 3 })).toBe("共3件");
  expect(readerOf(table, "en")("found", { n: 3 })).toBe("3 cases");
});

test("a place without a value stays visible instead of turning blank", () => {
  expect(fillWords(table.found, "zh")).toBe("共{n}件");
});

test("lists, pairs and asides have the signs of their language", () => {
  const [zh, en] = [signsOf("zh"), signsOf("en")];
  expect([zh.list(["甲", "乙"]), zh.pair("种类", "全部"), `期限${zh.aside("已超期")}`]).toEqual(["甲、乙", "种类：全部", "期限（已超期）"]);
  expect([en.list(["a", "b"]), en.pair("Type", "all"), `clock${en.aside("over")}`]).toEqual(["a, b", "Type: all", "clock (over)"]);
});
