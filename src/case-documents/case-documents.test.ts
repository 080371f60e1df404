import { expect, test } from "vitest";
import { cutPages } from "#case-documents/cut-pages.ts";
import { foldDecisions } from "#case-documents/fold-decisions.ts";
import { FRAUD, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { listFacts } from "#case-documents/list-facts.ts";
import { listPrompts, SOURCE_FIELD } from "#case-documents/list-prompts.ts";
import { maskText } from "#case-documents/mask-text.ts";
import { findDates } from "#reading/facts/find-dates.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";

const document = { id: "00000000-0000-4000-8000-000000000001", name: "判决书.txt" };
function read(text: string) {
  const answer = readText(text, loadKnowledge());
  const masked = maskText(text);
  return { answer, masked, facts: listFacts(text, masked, answer), prompts: listPrompts(text, masked.text, answer, document) };
}

test("masking keeps the length and the lines, hides who is who, and leaves officials their names", () => {
  const { masked } = read(JUDGMENT);
  expect(masked.text).toHaveLength(JUDGMENT.length);
  expect(masked.text.split("\n").map((line) => line.length)).toEqual(JUDGMENT.split("\n").map((line) => line.length));
  for (const plain of ["张三丰", "李四海", "110101199003074610", "3月5日", "301室"]) expect(masked.text).not.toContain(plain);
  expect(masked.text).toContain("王五平");
  expect(masked.text).toContain("被告人张某某");
});

test("two of one surname stay two, in names of two signs and of three", () => {
  const { text } = maskText("被告人张三丰与被害人张四海见面，证人李五与证人李六在场。");
  expect(text).toContain("被告人张某1");
  expect(text).toContain("被害人张某2");
});

test("each fact has its sentence and who says it: what the defence claims is no finding of the court", () => {
  const { facts } = read(JUDGMENT);
  const items = facts.filter(({ kind }) => kind === "items").map(({ number, places: [first] }) => [number, first?.speaker]);
  expect(items).toContainEqual([58600, "court"]);
  expect(items).toContainEqual([62000, "prosecution"]);
  expect(items).toContainEqual([3000, "defence"]);
  expect(facts.find(({ kind }) => kind === "gains")).toMatchObject({ number: 29300, unit: "CNY" });
  expect(facts.find(({ kind }) => kind === "insider")).toMatchObject({ value: "true", qualifier: "courier" });
  expect(facts.find(({ kind }) => kind === "party")).toMatchObject({ value: "张某某", qualifier: "defendant" });
  for (const { places } of facts)
    for (const { from, to, sentence } of places) {
      expect(sentence.from).toBeLessThanOrEqual(from);
      expect(sentence.to).toBeGreaterThanOrEqual(to);
    }
});

test("recipients, source, sensitive kinds, places and sums stand beside them, each by who says it, and numbers say what they rest on", () => {
  const { facts } = read(JUDGMENT);
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  expect(of("recipient").map(({ value, words, places: [first] }) => [value, words, first?.speaker])).toEqual([
    ["named", "李某某", "prosecution"],
    ["named", "李某某", "court"],
  ]);
  expect(of("source")[0]).toMatchObject({ value: "post", qualifier: "courier" });
  expect(of("place").map(({ value, qualifier }) => [value, qualifier])).toEqual([
    ["云岭县人民法院", "court"],
    ["云岭县人民检察院", "procuratorate"],
  ]);
  expect(of("amount")).toMatchObject([
    { number: 31000, qualifier: "gains" },
    { number: 30000, qualifier: "fine" },
  ]);
  expect(of("charge")[0]?.basis).toEqual(["name-since-2015-11", "name-fits-yes"]);
  const basis = (number: number) => of("items").find((fact) => fact.number === number)?.basis;
  expect([basis(58600), basis(62000), basis(3000)]).toEqual([
    ["found", "traded"],
    ["alleged", "traded"],
    ["claimed", "traded"],
  ]);
});

test("keys are unique and the same at each reading", () => {
  const keys = read(JUDGMENT).facts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(read(JUDGMENT).facts.map(({ key }) => key)).toEqual(keys);
});

test("no fact, prompt or sentence holds a plain name or number", () => {
  const { facts, prompts } = read(JUDGMENT);
  expect(JSON.stringify([facts, prompts])).not.toMatch(/张三丰|李四海|110101199003074610/);
});

test("each prompt has its sentences, and their weights add up to its score", () => {
  const { prompts } = read(JUDGMENT);
  expect(prompts.length).toBeGreaterThan(0);
  expect(new Set(prompts.map(({ track, field }) => `${track} ${field}`)).size).toBe(prompts.length);
  for (const { content } of prompts) {
    const sum = content.sentences.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 10_000), 0);
    expect(sum).toBe(Math.round((content.score ?? 0) * 10_000));
    expect(content.insider).toBe(true);
    expect(content.industry).toBe("courier");
    for (const { text } of content.sentences) expect(text).not.toBe("");
  }
});

test("a telecom fraud without a source of the information is reminded of it; one whose source is told is not", () => {
  const reminder = read(FRAUD).prompts.find(({ field }) => field === SOURCE_FIELD);
  expect(reminder?.content.sentences[0]?.text).toContain("骗取被害人孙某某");
  const told = FRAUD.replace("经依法审查查明：", "经依法审查查明：被告人钱七星从网友处购买公民个人信息5000条。");
  expect(read(told).prompts.map(({ field }) => field)).not.toContain(SOURCE_FIELD);
  const unknown = told.replace("其行为已触犯", "个人信息的来源尚未查明。其行为已触犯");
  expect(read(unknown).prompts.map(({ field }) => field)).toContain(SOURCE_FIELD);
  expect(read(JUDGMENT).prompts.map(({ field }) => field)).not.toContain(SOURCE_FIELD);
});

test("dates are read in both ways of writing; birthdays and days that do not exist are not", () => {
  const dates = findDates("二〇二六年三月十二日判决，2025年3月起，2025年2月30日；1990年3月5日出生，出生于1991年1月1日。");
  expect(dates.map(({ value }) => value)).toEqual(["2026-03-12", "2025-03"]);
});

test("pages joined are the text, whatever it is", () => {
  for (const text of ["", "，".repeat(100_000), "𠮷".repeat(30_001), `${"字".repeat(1599)}。\n`.repeat(9)]) {
    expect(
      cutPages(text, null)
        .map((page) => page.text)
        .join(""),
    ).toBe(text);
    expect(
      cutPages(text, [0, 3, 3, 2000])
        .map((page) => page.text)
        .join(""),
    ).toBe(text);
    for (const page of cutPages(text, null)) expect(page.text.isWellFormed()).toBe(true);
  }
});

test("a text of a million commas is read to its end and holds no fact and no prompt", () => {
  const { facts, prompts } = read("，".repeat(1_000_000));
  expect([facts, prompts]).toEqual([[], []]);
}, 60_000);

test("the last word about a fact stands, for the text it was said of", () => {
  const at = new Date("2026-11-25T00:00:00Z");
  const said = (key: string, decision: "confirmed" | "rejected" | "undone", textSha256 = "a") => ({
    key,
    decision,
    textSha256,
    by: "甲",
    at,
    reason: "",
  });
  const standing = foldDecisions(
    [said("x", "confirmed"), said("x", "rejected"), said("y", "confirmed"), said("y", "undone"), said("z", "confirmed", "b")],
    "a",
  );
  expect([...standing].map(([key, { decision }]) => [key, decision])).toEqual([["x", "rejected"]]);
});

test("an insider is explained by unit, post and duty phrase, and by the word of the industry's list that stands nearest; all masked", () => {
  const [prompt] = read(JUDGMENT).prompts;
  expect(prompt?.content.insiderBasis).toEqual({
    words: "利用担任某快递公司客服的职务便利",
    role: "担任某快递公司",
    post: "客服",
    duty: "利用担任某快递公司客服的职务便利",
    industry: "courier",
    industryTerm: "快递",
  });
  const officer = read("经审理查明：被告人身为民警，利用工作便利查询并出售公民个人信息6000条，其行为构成侵犯公民个人信息罪。");
  expect(officer.prompts[0]?.content.insiderBasis).toMatchObject({ role: null, post: "民警", duty: "利用工作便利" });
  expect(read(FRAUD).prompts.every(({ content }) => content.insiderBasis === null)).toBe(true);
});
