import { expect, test } from "vitest";
import { wholeContent } from "#recommendations/recommendation-content.cases.ts";
import { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { actOfForm, emptyForm, fieldsOf, type PlainAct } from "#web/recommendations/act-fields.ts";
import { contentOfForm, emptyContent, emptyFinding, emptyMeasure, readTyped } from "#web/recommendations/draft-mapping.ts";

const name = { zh: "社会治理检察建议", en: "social governance" };
const item = (part: string) => ({ id: part, name, part, required: true });
const type = {
  ...{ name, meaning: name, cite: ["规定"], contentCite: "规定", researchReview: { required: false, cite: "规定" } },
  ...{
    decidedBy: ["chief-procurator"],
    clocks: { send: null, reply: "A", file: "B", fileFrom: "issued" },
    urgent: "set",
    urgentMeaning: name,
  },
  ...{ replyWords: { plain: "二个月内", urgent: null }, consequence: name, matchesClaims: false, procedure: null },
};
/** A small table of two types: one asks for a trigger and a period for objection, the other may lead to a suit. */
const table = TypesFile.parse({
  types: [
    { ...type, id: "social-governance", content: [item("objection")], needsTrigger: true, escalations: ["report-up"] },
    { ...type, id: "public-interest", content: [item("addressee")], needsTrigger: false, escalations: ["report-up", "suit"] },
  ],
  triggers: [{ id: "no-prevention", name, cite: "规定" }],
  routes: [{ relation: "involved-unit", name, route: "direct", meaning: name, cite: "规定" }],
  ways: [
    { id: "report-up", name, cite: "规定" },
    { id: "suit", name, cite: "规定" },
  ],
  ...{ copies: [{ id: "regulator", name }], copiesCite: "规定", notes: [] },
});
const effect = { measures: 1, met: 0, partly: 0, notMet: 0, unchecked: 1, replies: 0 };
const [finding] = wholeContent().findings;
const one: Recommendation = {
  ...{ id: "00000000-0000-4000-8000-000000000001", version: 1, case: { id: "00000000-0000-4000-8000-000000000002", number: "1号" } },
  ...{ office: { code: "990101", name }, type: { id: "social-governance", name }, status: "issued", title: "某", addressee: "某" },
  ...{ number: "1", deliveredOn: "2026-01-10", replyDue: "2026-03-10", replySuspended: false, repliedOn: null, nextRecheck: null, effect },
  ...{
    updatedAt: "2026-01-10T00:00:00.000Z",
    procedureId: null,
    content: wholeContent(),
    missing: [],
    open: [],
    sections: [],
    approved: null,
  },
  measures: (finding?.measures ?? []).map((measure) => ({ ...measure, findingId: "f1", checks: [], nextRecheck: null })),
  ...{ replies: [], objection: null, escalations: [], filed: null, history: [], can: [], failures: [{ value: "partial", name }] },
};
const ACTS: readonly PlainAct[] = [
  ...(["review", "record-route", "approve", "return", "issue", "file", "object", "decide-objection"] as const),
  ...(["reply", "plan-recheck", "escalate", "withdraw", "close"] as const),
];

test.each(ACTS)("every field of %s filled in makes an act of the contract", (act) => {
  const fields = fieldsOf(act, one, table);
  const form = { ...emptyForm(fields, "2026-01-20") };
  for (const field of fields) if (field.kind === "text" || field.kind === "long") form[field.name] = "某事";
  expect(actOfForm(act, fields, form)).toMatchObject({ action: { type: act } });
});

test("what is not filled in is named by its label, what may be empty is not", () => {
  const fields = fieldsOf("reply", one, table);
  const filled = actOfForm("reply", fields, emptyForm(fields, "2026-01-20"));
  expect("missing" in filled && filled.missing.map(({ zh }) => zh)).toEqual(["回复要点"]);
  const escalate = fieldsOf("escalate", one, table);
  const form = { ...emptyForm(escalate, "2026-01-20"), reason: "拒不整改" };
  expect(actOfForm("escalate", escalate, form)).toMatchObject({ action: { urgedOn: null, failure: null } });
  expect(escalate.find(({ name }) => name === "way")).toMatchObject({ options: expect.not.arrayContaining([["suit", expect.anything()]]) });
});

test("a half-typed draft is kept, and says by its numbers what it lacks", () => {
  const half = {
    ...emptyContent(table),
    title: "某",
    findings: [{ ...emptyFinding([]), problem: "外露", measures: [emptyMeasure([], "")] }],
  };
  expect(readTyped(JSON.parse(JSON.stringify(half)))).toEqual(half);
  expect(readTyped({ type: "made-up" })).toBeNull();
  const filled = contentOfForm(half, table);
  expect("wrong" in filled && filled.wrong.map(({ zh }) => zh)).toContain("问题1建议1的验收标准");
});

test("what the type does not ask for is not sent, empty lines of law neither, and ids stay apart", () => {
  const content = wholeContent({ type: "public-interest" });
  const [first] = content.findings;
  if (first === undefined) throw new Error("the whole draft has a finding");
  const filled = contentOfForm({ ...content, findings: [{ ...first, law: ["甲法", " ", ""] }] }, table);
  expect(filled).toMatchObject({ content: { triggers: [], objectionDays: null, findings: [{ law: ["甲法"] }] } });
  expect(emptyFinding(content.findings).id).not.toBe(first.id);
  expect(first.measures.map(({ id }) => id)).not.toContain(emptyMeasure(content.findings, "").id);
});
