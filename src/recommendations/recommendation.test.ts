import { describe, expect, test } from "vitest";
import { mustDo } from "#cases/people.builder.ts";
import { composeRecommendation, missingOf } from "#recommendations/compose-recommendation.ts";
import { type DecidingContext, decideRecommendation } from "#recommendations/decide-recommendation.ts";
import { failuresOf } from "#recommendations/load-recommendation-types.query.ts";
import { countRecommendations, measureEffect, nextRecheck } from "#recommendations/measure-effect.ts";
import { procedures, types } from "#recommendations/recommendation.cases.ts";
import { evolve, fold, type RecommendationState } from "#recommendations/recommendation.ts";
import { pilContent, wholeContent } from "#recommendations/recommendation-content.cases.ts";
import type { RecommendationAction, RecommendationContent, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import { type Outcome, sentenceOf } from "#refusals/refusal.ts";

const ids = { caseId: "00000000-0000-4000-8000-000000000001", clock: "00000000-0000-4000-8000-000000000002" };
const failures = failuresOf(procedures, "administrative-pil", { step: "sue", field: "failure" }).map(({ value }) => value);
const context: DecidingContext = { types, today: "2026-11-25", replyDue: "2026-03-10", failures };
const act = (action: RecommendationAction, state: RecommendationState, change: Partial<DecidingContext> = {}) =>
  decideRecommendation(action, state, { ...context, ...change });
const sentence = (outcome: Outcome<unknown>) => (outcome.ok ? "" : sentenceOf(outcome, "zh"));

const drafted = (content: RecommendationContent): RecommendationEvent => ({
  type: "drafted",
  caseId: ids.caseId,
  procedureId: null,
  officeCode: "990101",
  content,
});
const approved: RecommendationEvent = {
  type: "approved",
  by: "chief-procurator",
  on: "2026-01-05",
  note: "",
  sendClock: null,
  documentId: ids.clock,
};
const issued: RecommendationEvent = {
  ...{ type: "issued", number: "云岭检建〔2026〕1号", on: "2026-01-06", deliveredOn: "2026-01-10" },
  ...{ way: "written", consent: false, copies: [], clocks: { reply: ids.clock, file: ids.clock }, replyDue: "2026-03-10" },
};
const out = (content = wholeContent()) => fold([drafted(content), approved, issued]);
const approve: RecommendationAction = { type: "approve", by: "chief-procurator", on: "2026-01-05", note: "" };
const issue: RecommendationAction = {
  ...{ type: "issue", number: "云岭检建〔2026〕1号", on: "2026-01-06", deliveredOn: "2026-01-10" },
  ...{ way: "written", consent: false, copies: [] },
};
const review: RecommendationAction = { type: "review", reviewer: "李研", opinion: "agree", note: "", on: "2026-01-04" };
const check = (measureId: string, result: "met" | "partly" | "not-met", on: string, counted: [number, number] | null = null) =>
  ({
    ...{ type: "check", measureId, on, result, found: "到站点核查", evidence: [] },
    counted: counted === null ? null : { sample: counted[0], count: counted[1] },
  }) satisfies RecommendationAction;
const checked = (...args: Parameters<typeof check>): RecommendationEvent => ({ ...check(...args), type: "measure-checked" });

describe("the types differ in what they hold and how they go", () => {
  test("the public-interest one has 8 items with the rectification period, the others 7 with the period for objection", () => {
    const items = (id: Parameters<typeof types.type>[0]) => types.type(id).content.map(({ part }) => part);
    expect(items("public-interest")).toHaveLength(8);
    expect(items("public-interest")).toContain("rectification");
    expect(items("public-interest")).not.toContain("objection");
    for (const id of ["social-governance", "correction", "retrial", "other"] as const) {
      expect(items(id)).toHaveLength(7);
      expect(items(id)).toContain("objection");
    }
  });

  test("two months stand in two rules, and only one of them has an urgent length by law", () => {
    const [pil, governance] = [types.type("public-interest"), types.type("social-governance")];
    expect([pil.clocks.reply, governance.clocks.reply]).toEqual(["PI-REC-REPLY", "SG-REPLY-2M"]);
    expect([pil.urgent, governance.urgent]).toEqual(["by-law", "set"]);
    expect([pil.clocks.fileFrom, governance.clocks.fileFrom]).toEqual(["delivered", "issued"]);
    expect([pil.escalations.includes("suit"), governance.escalations.includes("suit")]).toEqual([true, false]);
  });

  test("a whole draft of either kind lacks nothing, and every required item has lines", () => {
    for (const content of [wholeContent(), pilContent()]) {
      expect(missingOf(types, content)).toEqual([]);
      const sections = composeRecommendation(types.type(content.type), content);
      expect(sections.filter(({ item, lines }) => item.required && lines.length === 0)).toEqual([]);
    }
  });

  test.each([
    ["the source", { texts: {} }, "来源"],
    ["the period for objection", { objectionDays: null }, "异议的期限"],
    ["the situation of social governance", { triggers: [] }, "情形"],
    ["a situation that the table does not know", { triggers: ["made-up"] }, "情形"],
    ["the addressee", { addressee: { name: "", relation: "involved-unit" } }, "被建议单位"],
    ["why it is urgent", { urgent: { reason: "", replyBy: "2026-02-01" } }, "紧急的理由"],
    ["the shorter day", { urgent: { reason: "仍在外泄", replyBy: null } }, "另行确定的回复日期"],
    ["any finding", { findings: [] }, "建议的具体内容"],
  ])("without %s it is refused, and says so", (_, change, words) => {
    expect(sentence(act(review, fold([drafted(wholeContent(change))])))).toContain(words);
  });

  test.each(["evidence", "law", "measures"] as const)("a finding without %s is named by its number", (part) => {
    const [finding] = wholeContent().findings;
    const content = wholeContent({
      findings: [
        { ...finding, id: "f0", measures: [], evidence: finding?.evidence },
        { ...finding, [part]: [] },
      ],
    });
    expect(missingOf(types, content).some(({ zh }) => zh.startsWith("问题2的"))).toBe(true);
  });

  test("the urgent period of the public-interest one needs no day of its own", () => {
    const content = pilContent({ urgent: { reason: "损害继续扩大", replyBy: null } });
    expect(missingOf(types, content)).toEqual([]);
    const sections = composeRecommendation(types.type("public-interest"), content);
    expect(sections.find(({ item }) => item.part === "rectification")?.lines.join()).toContain("十五日");
  });
});

describe("from draft to issue", () => {
  test("social governance goes to the chief only after the research department read this very draft", () => {
    const draft = fold([drafted(wholeContent())]);
    expect(act(approve, draft)).toMatchObject({ kind: "condition-not-met", detail: { cite: "规定 第十七条" } });
    const reviewed = evolve(draft, mustDo(act(review, draft)) as RecommendationEvent);
    expect(act(approve, reviewed)).toMatchObject({ ok: true });
    const revised = evolve(reviewed, { type: "revised", content: wholeContent({ title: "改过" }), reason: "" });
    expect(act(approve, revised)).toMatchObject({ kind: "condition-not-met" });
    expect(act({ ...approve, on: "2026-01-03" }, reviewed)).toMatchObject({ kind: "invalid-input" });
  });

  test("the public-interest one goes to the chief without it, and to no committee", () => {
    const draft = fold([drafted(pilContent())]);
    expect(act(approve, draft)).toMatchObject({ ok: true });
    expect(act({ ...approve, by: "committee" }, draft)).toMatchObject({ kind: "invalid-input" });
  });

  test("an addressee in another region: refused without the opinion, with a disagreement, and let go by the common superior", () => {
    const content = wholeContent({ addressee: { name: "邻市某公司", relation: "other-region" } });
    const waiting = fold([drafted(content), approved]);
    expect(act(issue, waiting)).toMatchObject({ kind: "condition-not-met", detail: { cite: "规定 第三条" } });
    const route = (outcome: "agreed" | "disagreed" | "superior-agreed") =>
      evolve(waiting, { type: "route-recorded", outcome, body: "邻市人民检察院", on: "2026-01-05", note: "" });
    expect(sentence(act(issue, route("disagreed")))).toContain("共同上级");
    expect(act(issue, route("agreed"))).toMatchObject({ ok: true });
    expect(act(issue, route("superior-agreed"))).toMatchObject({ ok: true });
    const elsewhere = { ...content, addressee: { ...content.addressee, name: "另一公司" } };
    expect(evolve(route("agreed"), { type: "revised", content: elsewhere, reason: "" }).route).toBeNull();
  });

  test.each(["higher", "lower"] as const)("a %s organ is not addressed directly", (relation) => {
    const waiting = fold([drafted(wholeContent({ addressee: { name: "某局", relation } })), approved]);
    expect(act(issue, waiting)).toMatchObject({ kind: "condition-not-met" });
  });

  test("the issue is not before the approval, delivered not before it and not tomorrow, on site only with consent", () => {
    const waiting = fold([drafted(wholeContent()), approved]);
    expect(act({ ...issue, on: "2026-01-04" }, waiting)).toMatchObject({ kind: "invalid-input" });
    expect(act({ ...issue, on: "2026-01-05", deliveredOn: "2026-01-05" }, waiting)).toMatchObject({ ok: true });
    expect(act({ ...issue, deliveredOn: "2026-01-05" }, waiting)).toMatchObject({ kind: "invalid-input" });
    expect(act({ ...issue, deliveredOn: "2026-11-26" }, waiting)).toMatchObject({ kind: "invalid-input" });
    expect(act({ ...issue, way: "on-site" }, waiting)).toMatchObject({ kind: "condition-not-met" });
    expect(act({ ...issue, way: "on-site", consent: true }, waiting)).toMatchObject({ ok: true });
    expect(act({ ...issue, copies: ["nobody"] }, waiting)).toMatchObject({ kind: "invalid-input" });
    expect(act(issue, fold([drafted(wholeContent())]))).toMatchObject({ kind: "wrong-state" });
    const early = fold([drafted(wholeContent({ urgent: { reason: "外泄", replyBy: "2026-01-10" } })), approved]);
    expect(act(issue, early)).toMatchObject({ kind: "condition-not-met" });
  });
});

describe("after the issue the effect counts, not the reply", () => {
  test("an organ that answers twice is recorded twice and has done nothing yet", () => {
    const reply = (on: string): RecommendationEvent => ({ type: "replied", on, document: "", summary: "已整改" });
    const state = [reply("2026-02-01"), reply("2026-02-20")].reduce<RecommendationState>(evolve, out());
    expect(measureEffect(state)).toEqual({ measures: 2, met: 0, partly: 0, notMet: 0, unchecked: 2, replies: 2 });
    expect(act({ type: "reply", on: "2026-01-09", document: "", summary: "未送达先回复" }, out())).toMatchObject({ kind: "invalid-input" });
  });

  test("a measure with a limit is met by a count at the limit, not by one above, a smaller sample or no count", () => {
    expect(act(check("m1", "met", "2026-03-01", [50, 0]), out())).toMatchObject({ ok: true });
    expect(act(check("m1", "met", "2026-03-01", [50, 1]), out())).toMatchObject({ kind: "condition-not-met" });
    expect(act(check("m1", "met", "2026-03-01", [49, 0]), out())).toMatchObject({ kind: "condition-not-met" });
    expect(act(check("m1", "met", "2026-03-01"), out())).toMatchObject({ kind: "condition-not-met" });
    expect(act(check("m1", "not-met", "2026-03-01", [10, 11]), out())).toMatchObject({ kind: "invalid-input" });
    expect(act(check("m2", "met", "2026-03-01"), out())).toMatchObject({ ok: true });
    expect(act(check("m9", "met", "2026-03-01"), out())).toMatchObject({ kind: "not-found" });
  });

  test("the last check holds by its day, also when an older one is recorded later", () => {
    const state = [
      checked("m2", "met", "2026-03-01"),
      checked("m2", "not-met", "2026-06-01"),
      checked("m2", "partly", "2026-04-01"),
    ].reduce<RecommendationState>(evolve, out());
    expect(measureEffect(state)).toMatchObject({ met: 0, notMet: 1, partly: 0 });
  });

  test("a planned re-check stands until a check of its day or later", () => {
    expect(nextRecheck(out())).toBe("2026-03-01");
    expect(nextRecheck(evolve(out(), checked("m1", "partly", "2026-02-28")))).toBe("2026-03-01");
    expect(nextRecheck(evolve(out(), checked("m1", "met", "2026-03-01", [50, 0])))).toBe("2026-06-01");
    const planned = evolve(out(), { type: "recheck-planned", measureId: "m2", on: "2026-02-20" });
    expect(nextRecheck(planned)).toBe("2026-02-20");
    expect(act({ type: "plan-recheck", measureId: "m2", on: "2026-11-24" }, out())).toMatchObject({ kind: "invalid-input" });
    expect(act({ type: "plan-recheck", measureId: "m2", on: "2026-11-25" }, out())).toMatchObject({ ok: true });
  });

  test("closed with unmet measures or open re-checks only with a reason; without either freely", () => {
    const close = (reason: string): RecommendationAction => ({ type: "close", on: "2026-11-25", reason });
    expect(sentence(act(close(""), out()))).toContain("2项建议未验收达标、1项回头看未进行");
    expect(act(close("单位已注销"), out())).toMatchObject({ ok: true });
    const done = [checked("m1", "met", "2026-06-01", [50, 0]), checked("m2", "met", "2026-06-01")].reduce<RecommendationState>(
      evolve,
      out(),
    );
    expect(act(close(""), done)).toMatchObject({ ok: true });
  });

  test("an objection is decided once, and one upheld opens the draft again", () => {
    const raised = evolve(out(), { type: "objected", on: "2026-01-15", grounds: "事实有误" });
    const decide = (on: string): RecommendationAction => ({ type: "decide-objection", on, outcome: "amend", reason: "部分成立" });
    expect(act({ type: "object", on: "2026-01-16", grounds: "又一次" }, raised)).toMatchObject({ kind: "condition-not-met" });
    expect(act(decide("2026-01-14"), raised)).toMatchObject({ kind: "invalid-input" });
    expect(act(decide("2026-01-15"), out())).toMatchObject({ kind: "condition-not-met" });
    const upheld = evolve(raised, mustDo(act(decide("2026-01-15"), raised)) as RecommendationEvent);
    expect(upheld).toMatchObject({ status: "drafting", approval: null, review: null });
  });
});

describe("escalation", () => {
  const suit = (failure: string | null, on = "2026-03-11"): RecommendationAction => ({
    ...{ type: "escalate", way: "suit", on, urgedOn: null, failure, body: "", reason: "仍外泄" },
  });
  const report: RecommendationAction = {
    ...{ type: "escalate", way: "report-up", on: "2026-04-01", urgedOn: "2026-03-20", failure: null, body: "市院", reason: "拒不整改" },
  };

  test("a suit is for the public-interest one, with a way of not performing from the procedure's list, after the period ended", () => {
    expect(failures).toHaveLength(7);
    expect(act(suit("partial"), out(pilContent()))).toMatchObject({ ok: true });
    expect(act(suit("partial"), out())).toMatchObject({ kind: "condition-not-met" });
    expect(act(suit(null), out(pilContent()))).toMatchObject({ kind: "invalid-input" });
    expect(act(suit("lazy"), out(pilContent()))).toMatchObject({ kind: "invalid-input" });
    expect(act(suit("partial", "2026-03-10"), out(pilContent()))).toMatchObject({ kind: "condition-not-met" });
    expect(act(suit("partial"), out(pilContent()), { replyDue: null })).toMatchObject({ kind: "condition-not-met" });
  });

  test("a report up names the day it was urged, and none is made when every measure is met", () => {
    expect(act(report, out())).toMatchObject({ ok: true });
    expect(act({ ...report, urgedOn: null }, out())).toMatchObject({ kind: "invalid-input" });
    expect(act({ ...report, urgedOn: "2026-04-02" }, out())).toMatchObject({ kind: "invalid-input" });
    const done = [checked("m1", "met", "2026-03-01", [50, 0]), checked("m2", "met", "2026-03-01")].reduce<RecommendationState>(
      evolve,
      out(),
    );
    expect(act(report, done)).toMatchObject({ kind: "condition-not-met" });
  });
});

test("rates count only what has ended: one not due yet raises nothing, answered or not", () => {
  const row = { replyDue: "2026-11-24", suspended: false, repliedOn: null, measures: 2, met: 1 };
  const rows = [
    row,
    { ...row, repliedOn: "2026-11-24" },
    { ...row, repliedOn: "2026-11-25", met: 2 },
    { ...row, replyDue: "2026-11-25", repliedOn: "2026-11-01", met: 2 },
    { ...row, suspended: true },
  ];
  expect(countRecommendations(rows, "2026-11-25")).toEqual({
    ...{ issued: 5, running: 2, ended: 3, replied: 2, repliedLate: 1, rectified: 1, measures: 6, met: 4 },
  });
});
