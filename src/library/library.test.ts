import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { listPostings, listSought } from "#library/list-features.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { rankDocuments } from "#library/rank-documents.ts";
import { readLibraryText } from "#library/read-library-text.ts";
import { readLine } from "#library/read-line.ts";
import { compareFacts } from "#library/tell-facts.ts";
import { runTandem } from "#scan/contract-cases/run-count.builder.ts";
import { compareCases } from "#similarity/compare-cases.ts";
import { packProfile, unpackProfile } from "#similarity/pack-profile.ts";

const knowledge = loadLibraryKnowledge();
const { model } = knowledge;
const COURIER =
  "被告人赵某某系某快递公司员工，利用职务便利拍摄快递面单，将公民个人信息5200条出售给他人，获利2万元。被告人认罪认罚，退缴违法所得。其行为构成侵犯公民个人信息罪，情节严重。";
const SCHOOL = "被告人钱某某购买学生及家长信息8万条，用于电话推销培训课程，构成侵犯公民个人信息罪，情节特别严重。";
const DRUNK = "被告人孙某某醉酒驾驶小型轿车，血液中乙醇含量为160mg/100ml，构成危险驾驶罪。";
const read = (text: string) => readLibraryText(text, knowledge);

test("a packed profile opens to the same scores", () => {
  const texts = [COURIER, SCHOOL, DRUNK, "今天天气晴朗。", `${"盗窃".repeat(200)}${"现金3000元".repeat(300)}`].map(
    (text) => read(text).profile,
  );
  for (const query of texts)
    for (const candidate of texts) {
      const opened = unpackProfile(packProfile(candidate), candidate.id, candidate.fingerprint);
      expect(compareCases(query, opened, model).score).toBeCloseTo(compareCases(query, candidate, model).score, 5);
      expect(opened.moneyBand()).toBe(candidate.moneyBand());
    }
  const small = texts[0];
  if (!small) throw new Error("no text");
  const opened = unpackProfile(packProfile(small), small.id, small.fingerprint);
  expect(opened.words).toEqual(small.words);
  expect(opened.elements).toEqual(small.elements);
  expect(opened.charges.named).toEqual(small.charges.named);
});

test("what a question looks for finds first what is most like it", () => {
  const sought = new Map(listSought(read(COURIER).profile, model).map(({ feature, weight }) => [feature, weight]));
  const worthOf = (text: string) =>
    listPostings(read(text).profile, model).reduce((sum, { feature, impact }) => sum + (sought.get(feature) ?? 0) * impact, 0);
  expect(worthOf(COURIER)).toBeGreaterThan(worthOf(SCHOOL));
  expect(worthOf(SCHOOL)).toBeGreaterThan(worthOf(DRUNK));
});

test("a document is found by a bounded number of postings with impacts from 1 to 1000, however long it is", () => {
  const postings = listPostings(read(`${COURIER}${SCHOOL}${DRUNK}`.repeat(200)).profile, model);
  expect(postings.length).toBeLessThan(200);
  expect(postings.every(({ impact }) => Number.isInteger(impact) && impact >= 1 && impact <= 1000)).toBe(true);
  expect(new Set(postings.map(({ feature }) => feature)).size).toBe(postings.length);
  expect(listPostings(read("。").profile, model).every(({ feature }) => feature >= 100_000)).toBe(true);
});

test("facts are told by aspect, and compared as matched, missed and extra", () => {
  const [courier, school] = [read(COURIER).facts, read(SCHOOL).facts];
  expect(courier.items).toBe(5200);
  expect(courier.values).toMatchObject({
    charge: ["侵犯公民个人信息罪"],
    items: ["1000条至1万条"],
    band: ["serious"],
    role: expect.arrayContaining(["insider"]),
    industry: expect.arrayContaining(["courier"]),
  });
  const compared = compareFacts(courier, school);
  const states = (aspect: string) => compared.filter((one) => one.aspect === aspect).map(({ value, state }) => [value, state]);
  expect(states("charge")).toEqual([["侵犯公民个人信息罪", "matched"]]);
  expect(states("items")).toEqual([
    ["1000条至1万条", "missed"],
    ["1万条至10万条", "extra"],
  ]);
  expect(states("role")).toContainEqual(["insider", "missed"]);
  expect(compareFacts(courier, courier).every(({ state }) => state === "matched")).toBe(true);
});

test("the same text is a duplicate whatever its spaces, the same elements are another kind, and little said is neither", () => {
  const question = read(COURIER);
  const packed = (id: number, text: string) => {
    const { fingerprint, likeness, packed: profile } = read(text);
    return { id, fingerprint, likeness, profile };
  };
  const candidates = [
    packed(1, DRUNK),
    packed(2, COURIER.replaceAll("。", "。\n")),
    packed(3, COURIER.replace("赵某某", "李某某")),
    packed(4, SCHOOL),
  ];
  const ranked = rankDocuments(question, [...candidates, ...candidates], 10, model);
  expect(ranked.map(({ id, duplicate }) => [id, duplicate])).toEqual([
    [2, "same-text"],
    [3, "same-elements"],
    [4, null],
    [1, null],
  ]);
  expect(read("天气晴。").likeness.equals(read("天气好。").likeness)).toBe(false);
});

test("a line that is no document is refused by what is wrong with it, never by its content", () => {
  const sentence = (content: string | null) => {
    const line = readLine({ content });
    return line.ok ? null : line.sentence.zh;
  };
  expect(sentence('{"id":"a","text":"事实"}')).toBeNull();
  expect(sentence('{"id":7,"text":"事实","name":"判决书"}')).toBeNull();
  expect(sentence("{")).toContain("JSON");
  expect(sentence('{"id":"a","text":"  "}')).toContain("text");
  expect(sentence('{"text":"事实"}')).toContain("id");
  expect(sentence('{"id":"a","text":"\\u0000"}')).toContain("不能保存");
  expect(sentence('{"id":"a","text":"\\ud800"}')).toContain("不能保存");
  expect(sentence(null)).toContain("8 MB");
});

test.each([
  ["no verb", []],
  ["an unknown verb", ["read"]],
  ["renew with a file", ["renew", "judgments.jsonl"]],
  ["import without a file", ["import"]],
  ["an unknown option", ["renew", "--all"]],
])("tandem library, %s: exit 2 and one line, before any database is looked for", async (_, args) => {
  const { exit, words, data } = await runTandem(execute, tmpdir(), ["library", ...args]);
  expect([exit, words.trim().split("\n").length, data]).toEqual([2, 1, ""]);
});
