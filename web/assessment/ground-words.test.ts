import { expect, test } from "vitest";
import { nameOfProvision, wordOfFact } from "#web/assessment/ground-words.ts";

test("a limb is cited as lawyers of each language cite it", () => {
  expect(nameOfProvision("法释〔2017〕10号 第五条第一款第三项", "5-1-3", "zh")).toBe("第五条第一款第三项");
  expect(nameOfProvision("法释〔2017〕10号 第五条第一款第三项", "5-1-3", "en")).toBe("art. 5(1)(3)");
});

test("yes, no and unknown are words of the reader's language, figures are separated", () => {
  expect([wordOfFact("未知", "en"), wordOfFact("未知", "zh"), wordOfFact("≥ 50000", "en")]).toEqual(["unknown", "未知", "≥ 50,000"]);
});
