import { expect, test } from "vitest";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import { draftFromCase } from "#web/recommendations/draft-from-case.ts";

const name = { zh: "类型", en: "type" };
const act = (step: string) => ({ step, fields: {} });
/** Two types: one of a track and one of none, which stands first. */
const types = TypesFile.parse({
  types: (["social-governance", "public-interest"] as const).map((id) => ({
    ...{ id, name, meaning: name, cite: ["规定"], contentCite: "规定", needsTrigger: false, decidedBy: ["chief-procurator"] },
    ...{ researchReview: { required: false, cite: "规定" }, clocks: { send: null, reply: "A", file: "B", fileFrom: "issued" } },
    ...{ urgent: "set", urgentMeaning: name, replyWords: { plain: "二个月内", urgent: null }, consequence: name },
    ...{
      matchesClaims: id === "public-interest",
      escalations: ["report-up"],
      content: [{ id: "source", name, part: "text", required: true }],
    },
    procedure:
      id === "public-interest"
        ? { kind: "administrative-pil", issue: act("recommend"), reply: act("receive-reply"), file: act("file-recommendation") }
        : null,
  })),
  ...{ triggers: [], routes: [], ways: [], copies: [], copiesCite: "规定", notes: [] },
});
const detail = { number: "云岭检刑诉受〔2026〕1号" };
const step = (name: string, fields: Procedure["steps"][number]["fields"]): Procedure["steps"][number] => ({
  number: 1,
  step: name,
  name: { zh: "记录调查", en: "record" },
  on: "2026-10-08",
  fields,
  asks: [],
  note: null,
  by: "林安",
  at: "2026-10-08T01:00:00Z",
  corrected: null,
  clocks: [],
});
const track = (id: string, kind: Procedure["kind"], steps: Procedure["steps"] = [], final = false) => ({
  id,
  kind,
  title: `${kind} 程序`,
  state: { id: "x", name: { zh: "x", en: "x" }, final },
  steps,
});
const clue = {
  content: {
    title: "快递面单外露",
    summary: "",
    field: "personal-information",
    industry: null,
    tracks: [],
    insider: false,
    insiderBasis: null,
    score: null,
    sentences: [
      { document: "判决书.txt", documentId: null, text: "面单外露。", from: 9, to: 14, rule: null, term: null, weight: null },
      { document: "判决书.txt", documentId: null, text: "面单外露。", from: 9, to: 14, rule: null, term: "面单", weight: null },
    ],
  },
};

test("a case without a track that issues recommendations begins empty", () => {
  const { content, procedureId, taken } = draftFromCase({ types, detail, procedures: [track("a", "criminal")], clue, track: null });
  expect([content.title, content.addressee.name, procedureId, taken]).toEqual(["", "", "", []]);
});

test("organ, source and what was investigated are taken from the track; the criminal one beside it says nothing", () => {
  const steps = [step("file", { organ: "云岭县邮政管理局" }), step("record-investigation", { finding: "抽查五十张面单均未遮盖" })];
  const procedures = [track("a", "criminal"), track("b", "administrative-pil", steps)];
  const { content, procedureId, taken } = draftFromCase({ types, detail, procedures, clue, track: null });
  expect(procedureId).toBe("b");
  expect(content).toMatchObject({
    type: "public-interest",
    addressee: { name: "云岭县邮政管理局" },
    title: "督促云岭县邮政管理局依法履行职责",
  });
  expect(content.texts["source"]).toBe("办理云岭检刑诉受〔2026〕1号案件中发现，线索取自“快递面单外露”");
  expect(content.findings).toMatchObject([
    { id: "f1", problem: "抽查五十张面单均未遮盖", evidence: [{ label: "记录调查（2026-10-08）" }], law: [], measures: [] },
  ]);
  expect(taken).toHaveLength(5);
});

test("without an investigation the clue's sentences stand in, each once with its place", () => {
  const { content } = draftFromCase({ types, detail, procedures: [track("b", "administrative-pil")], clue, track: null });
  expect(content.findings).toMatchObject([{ problem: "面单外露。", evidence: [{ label: "判决书.txt", place: "第10字起" }] }]);
});

test("the track asked for goes before the first; one that ended does not count", () => {
  const procedures = [track("a", "administrative-pil"), track("b", "administrative-pil"), track("c", "administrative-pil", [], true)];
  const start = (asked: string) => draftFromCase({ types, detail, procedures, clue: null, track: asked }).procedureId;
  expect([start("b"), start("c")]).toEqual(["b", "a"]);
});
