import { expect, test } from "vitest";
import { findInDocument } from "#case-documents/find-in-document.ts";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

const rules = {
  knowledge: loadKnowledge(),
  toolVersion: "0.0.0",
  model: loadModel(),
  traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
};
async function keep(text: string, name = "a.txt") {
  const document = { path: "a.txt", format: "txt" as const, text, pages: null, gaps: [] };
  const finding = await findInDocument(document, { id: "00000000-0000-4000-8000-000000000001", name }, rules, async () => undefined);
  if (!finding.ok) throw new Error(finding.problem.en);
  return finding.found;
}

test("what speaks for a suggested charge is kept without the names it runs over", async () => {
  const { result, prompts } = await keep(
    "公诉机关指控，2024年3月，被告人张三丰在云岭县利用其在某快递公司工作的便利，将其掌握的快递面单出售给李四海，非法获利5000元，后被公安机关抓获。经查，被告人张三丰非法获取李四海的公民个人信息，通过微信群出售获利，用于网络推广。",
  );
  expect(result.answer["chargesFrom"]).toBe("facts");
  expect(JSON.stringify(result.answer)).toContain("非法获取李某某的公民个人信息");
  expect(JSON.stringify([result, prompts])).not.toMatch(/张三丰|李四海/);
});

test("a charge that is written with the name of the accused is kept without it, also in the summary of a clue", async () => {
  const { result, prompts } = await keep(
    JUDGMENT.split("本院认为")[0]?.concat("本院认为，应当以张三丰侵犯公民个人信息罪追究其刑事责任。") ?? "",
  );
  expect(JSON.stringify(result.answer["charges"])).toContain("侵犯公民个人信息罪");
  expect(prompts.length).toBeGreaterThan(0);
  expect(JSON.stringify([result, prompts])).not.toMatch(/张三丰|李四海/);
});

test("what hides nothing is kept as it was read", async () => {
  const { result } = await keep(JUDGMENT);
  expect(result.answer["charges"]).toEqual(["侵犯公民个人信息罪"]);
  expect(JSON.stringify(result.answer["places"])).toContain("云岭县人民法院");
});

test("a document that names more charges than a summary holds is read, and its summary is cut", async () => {
  const signs = "甲乙丙丁戊己庚辛壬癸子丑";
  const names = Array.from({ length: 140 }, (_, at) => `以${signs[Math.floor(at / 12)]}${signs[at % 12]}${"非法经营".repeat(8)}罪追究，`);
  const { prompts } = await keep(`${JUDGMENT.split("本院认为")[0] ?? ""}本院认为，${names.join("")}`);
  expect(prompts[0]?.content.summary).toHaveLength(4000);
});

test("a file that is called by the accused prompts under a name that hides him: a clue is seen by more people than its case", async () => {
  const { prompts, name } = await keep(JUDGMENT, "张三丰侵犯公民个人信息罪一审判决书.txt");
  expect(name).toBe("张某某侵犯公民个人信息罪一审判决书.txt");
  expect(prompts[0]?.content.title).toContain("张某某侵犯公民个人信息罪");
  expect(JSON.stringify(prompts)).not.toContain("张三丰");
});
