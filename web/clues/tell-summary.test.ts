import { expect, test } from "vitest";
import { tellTitle } from "#clues/tell-title.ts";
import { tellSummary } from "#web/clues/tell-summary.ts";

test("what the machine wrote is told in English, charges and quotations stay", () => {
  const summary =
    "罪名：侵犯公民个人信息罪（据事实推测）；信息条数：约58600条；违法所得：29300元；泄露行业：快递物流、医疗；内部人员：“利用职务便利”";
  expect(tellSummary(summary)).toEqual({
    zh: summary,
    en: "charges: 侵犯公民个人信息罪 (suggested by the facts); items: about 58600; gains: 29300 yuan; leaked from: courier, medical; insider: “利用职务便利”",
  });
  expect(tellSummary("文书写到电信网络诈骗，未写明所用个人信息的来源。公安机关…").en).toContain("art. 29");
});

test("what a person wrote stays as it is", () => {
  for (const words of ["", "站点员工拍照外传；另有两人", "罪名：甲；站点员工"]) expect(tellSummary(words).en).toBe(words);
  expect(tellTitle("某站点泄露面单").en).toBe("某站点泄露面单");
});

test("a title begins in the reader's language and goes on with the document's name", () => {
  expect(tellTitle("行政公益诉讼：判决书.txt")).toEqual({ zh: "行政公益诉讼：判决书.txt", en: "Administrative PIL: 判决书.txt" });
  expect(tellTitle("追查个人信息来源：起诉书.txt").en).toBe("Trace the source of the information: 起诉书.txt");
});
