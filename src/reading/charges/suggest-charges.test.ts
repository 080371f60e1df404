import { expect, test } from "vitest";
import { suggestCharges } from "#reading/charges/suggest-charges.ts";
import { trainCharges } from "#reading/charges/train-charges.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

const cases = ["盗窃", "诈骗"].flatMap((act) =>
  Array.from({ length: 8 }, (_, index) => ({
    facts: `经审理查明，被告人在第${index}日${act === "盗窃" ? "秘密窃取他人电动车一辆，撬开车锁后骑走，后被民警抓获归案，赃物已经发还" : "虚构投资项目隐瞒真相，骗取他人钱款并挥霍，后被民警抓获归案，钱款没有归还"}的事实清楚，证据确实充分，足以认定，被告人当庭没有异议。`,
    charges: [`${act}罪`],
  })),
);
const words = trainCharges(cases);

test("facts suggest the charge of facts like them, and the words add up to the score", () => {
  const [first] = suggestCharges(
    "经审理查明，被告人某日夜间撬开车锁，秘密窃取他人电动车一辆，随后骑走并藏匿在家中，次日被民警抓获归案，赃物已经追回并且发还给被害人。",
    words,
  );
  expect(first?.name).toBe("盗窃罪");
  const bias = words.charges["盗窃罪"]?.bias ?? Number.NaN;
  expect(first?.words.reduce((sum, { weight }) => sum + weight, bias)).toBeCloseTo(first?.score ?? Number.NaN, 3);
});

test("the same cases give the same weights", () => {
  expect(trainCharges(cases)).toEqual(words);
});

test("what is no criminal document suggests nothing", () => {
  expect(
    suggestCharges(
      "甲乙双方约定，乙方为甲方秘密窃取电动车撬开车锁骑走一事提供装修服务，合同价款为人民币十二万元，双方各执一份，自签字之日起生效，没有其他约定。",
      words,
    ),
  ).toEqual([]);
});

test("a clerk who sold lists is no embezzler: the act on personal information speaks for its own charge", () => {
  const text =
    "某县人民检察院指控，2025年3月至8月间，被告人张某某利用担任某快递公司客服的职务便利，登录公司系统查看面单，出售公民个人信息约62000条，得款31000元，用于日常开销。提请依法判处。";
  const [first] = suggestCharges(text, loadKnowledge().chargeWords);
  expect(first?.name).toBe("侵犯公民个人信息罪");
  expect(first?.words.some(({ word, weight }) => word === "出售公民个人信息" && weight > 0)).toBe(true);
  const without = suggestCharges(text.replace("出售公民个人信息约62000条", "变卖公司包裹约620件"), loadKnowledge().chargeWords);
  expect(without[0]?.name).not.toBe("侵犯公民个人信息罪");
});
