import { expect, test } from "vitest";
import { CASE_ELEMENTS, findElements } from "#similarity/elements/find-elements.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";
import { buildModel } from "#similarity/model/similarity-model.ts";
import { profileCase } from "#similarity/profile-case.ts";
import { Ranking } from "#similarity/rank-candidates.ts";
import { tagOf } from "#similarity/words/cut-words.ts";

const model = loadModel();

function rank(query: string, candidates: Readonly<Record<string, string>>) {
  const ranking = new Ranking(profileCase({ id: "q", text: query }, model), 30, model);
  for (const [id, text] of Object.entries(candidates)) ranking.add(profileCase({ id, text }, model));
  return ranking.tell().ranking;
}

function elementsOf(text: string): string[] {
  return [...findElements(text).keys()].map((element) => CASE_ELEMENTS[element]?.name ?? "");
}

test("a case of the same conduct ranks before one of another, whatever the persons and places are called", () => {
  const ranking = rank("被告人赵某在某市通过QQ群购买学生信息3万余条，转卖给培训机构，获利1.2万元。", {
    drunk: "被告人钱某酒后驾驶轿车与货车相撞，血液中乙醇含量为180mg/100ml。",
    information: "被告人孙某利用担任客服的便利，将公司客户信息出售给他人，共出售公民个人信息八千条。",
    theft: "被告人李某在某市某小区撬门入户，窃得手机两部，销赃获利1.2万元。",
  });
  expect(ranking.map(({ id }) => id)[0]).toBe("information");
});

test("a candidate with both charges of the query ranks before one with a single charge", () => {
  const ranking = rank("被告人酒后驾驶轿车，乙醇含量为160mg/100ml，民警出警时其辱骂、推搡民警，拒不配合。", {
    one: "被告人醉酒驾驶摩托车在道路上行驶，经检测乙醇含量为130mg/100ml，被民警当场查获，其如实供述。",
    both: "被告人醉酒驾驶轿车，乙醇含量为190mg/100ml，民警检查时其拒不配合，辱骂并殴打民警致一人轻微伤，以暴力方法阻碍执行公务。",
  });
  expect(ranking.map(({ id }) => id)).toEqual(["both", "one"]);
});

test("what matched and what is missing is told in words a prosecutor uses", () => {
  const [first] = rank("被告人撬门入户，窃得现金4000元及金项链一条，后赔偿并取得谅解。", {
    a: "被告人翻窗入户盗窃，窃得现金2000元、手机一部，价值共计人民币4500元。",
  });
  expect(first?.matched).toEqual(expect.arrayContaining(["盗窃罪", "盗窃", "入户", "现金", "所述最大金额同在1000元至5000元"]));
  expect(first?.missing).toEqual(expect.arrayContaining(["金银首饰", "赔偿谅解"]));
});

test("a text that only names personal information as an object tells of no sale and no getting", () => {
  expect(elementsOf("涉案公民个人信息三千条")).toEqual(["个人信息"]);
  expect(elementsOf("被告人出售公民个人信息三千条")).toEqual(["出售提供个人信息", "个人信息"]);
});

test("what is denied is no element", () => {
  expect(elementsOf("被告人未盗窃，也没有殴打他人")).toEqual([]);
  expect(elementsOf("被告人盗窃后殴打他人")).toEqual(["盗窃", "殴打"]);
});

test("cases of equal weight of a drug are nearer than those of another", () => {
  const sale = (grams: string) => `被告人将甲基苯丙胺${grams}克卖给吸毒人员，收取毒资。`;
  const ranking = rank(sale("0.5"), { much: sale("500"), same: sale("0.6") });
  expect(ranking.map(({ id }) => id)).toEqual(["same", "much"]);
});

test("no element and no term of the model tells of a person's region, people, sex, schooling or trade", () => {
  const told = [...model.words].filter((word) => /[男女]|族$|籍贯|文盲|农民|某/.test(word) || /^(?:nr|ns|nt)/.test(tagOf(word)));
  expect(told).toEqual([]);
  expect(CASE_ELEMENTS.map(({ name }) => name).filter((name) => /男|女|族|籍/.test(name))).toEqual([]);
});

test("every term of the model is common: no word of fewer than twelve documents stands in it", () => {
  expect(model.words.length).toBeGreaterThan(5000);
  const rarest = Math.max(...model.rarity);
  expect(model.documents / Math.exp(rarest)).toBeGreaterThanOrEqual(11.99);
});

test("every element has a name of its own and a frequency in the model", () => {
  expect(new Set(CASE_ELEMENTS.map(({ name }) => name)).size).toBe(CASE_ELEMENTS.length);
  expect(
    CASE_ELEMENTS.filter((_, element) => !((model.elementRarity[element] ?? 0) >= 0 && (model.elementRarity[element] ?? 99) < 6)),
  ).toEqual([]);
});

test("a broken line of the model is refused by the word it stands at", () => {
  const { terms: _terms, ...ranking } = model;
  expect(() => buildModel({ ...ranking, elementDocuments: {} }, "盗窃\t249\t1:x\n", [])).toThrow("1:x");
  expect(() => buildModel({ ...ranking, elementDocuments: {} }, "盗窃\n", [])).toThrow("word 1");
});
