import { expect, test } from "vitest";
import { layReasons, tellReason } from "#web/clues/lay-reasons.ts";

const sentence = (term: string, weight: number | null, from = 0) => ({
  document: null,
  documentId: null,
  text: term,
  from,
  to: from + 1,
  rule: null,
  term,
  weight,
});

test("each reason begins where the one before ends, and the last ends at the sum", () => {
  const { rows, sum } = layReasons([sentence("数量", 0.5), sentence("内鬼", 0.25, 1), sentence("无分值", null, 2)]);
  expect(sum).toBeCloseTo(0.75);
  expect(rows.map(({ label }) => label.zh)).toEqual(["数量", "内鬼"]);
  expect(rows.map(({ from }) => Math.round(from))).toEqual([0, 67]);
  expect(rows.reduce((wide, one) => wide + one.wide, 0)).toBeCloseTo(100);
});

test("what speaks against it goes back from there", () => {
  const { rows, sum } = layReasons([sentence("数量", 0.8), sentence("已判决", -0.3, 1)]);
  expect(sum).toBeCloseTo(0.5);
  expect(rows[1]?.from).toBeCloseTo(62.5);
  expect(rows[1]?.wide).toBeCloseTo(37.5);
});

test("no weights, no bars", () => {
  expect(layReasons([sentence("甲", null)])).toEqual({ rows: [], sum: 0 });
});

test("a reason is told by its rule in both languages, the words of the document stay; one from before rules had names as well", () => {
  expect(tellReason({ rule: "insider", term: "利用职务便利", text: "" })).toEqual({
    zh: "内部人员：利用职务便利",
    en: "insider: 利用职务便利",
  });
  expect(tellReason({ rule: null, term: "内部人员：利用职务便利", text: "" }).en).toBe("insider: 利用职务便利");
  expect(tellReason({ rule: "fraud-without-source", term: null, text: "句" }).en).toBe("telecom fraud without a source of the information");
  expect(tellReason({ rule: null, term: null, text: "句" })).toEqual({ zh: "句", en: "句" });
});
