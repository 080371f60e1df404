import { expect, test } from "vitest";
import type { LeniencyAction, LeniencyContent, LeniencyEvent } from "#remedies/leniency/leniency.contract.ts";
import { decideLeniency, foldLeniency } from "#remedies/leniency/leniency-record.ts";

const TODAY = "2026-11-24";
const facts: LeniencyContent = {
  ...{ partyId: "1b671a64-40d5-491e-99b0-da01ff1f3341", minor: false, compensationId: null },
  ...{ especiallySerious: false, firstOffence: true, allGainsReturned: true, repentance: true },
};
function keep(content: LeniencyContent, ...actions: LeniencyAction[]) {
  const events: LeniencyEvent[] = [{ type: "begin", content }];
  const fold = () => foldLeniency(events.map((event, at) => ({ version: at + 1, by: "陈默", at: "2026-11-20T01:00:00Z", event })));
  const next = (action: LeniencyAction) => decideLeniency(action, fold(), TODAY);
  for (const action of actions) {
    const decided = next(action);
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.detail)}`);
    events.push(decided.value);
  }
  return { state: fold(), next };
}
const hear = (who: "suspect" | "defender" | "duty-lawyer"): LeniencyAction => ({
  ...{ type: "hear", who, name: "某人", on: "2026-11-20", document: "笔录" },
  views: { law: "无异议", leniency: "请求从宽", procedure: "同意", other: "" },
});
const voluntary: LeniencyAction = { type: "find-voluntary", voluntary: true, how: "讯问" };
const propose = (fromMonths: number | null, toMonths: number | null, rangeReason: string | null = null): LeniencyAction => ({
  ...{
    type: "propose",
    proposal: { main: "fixed-term", fromMonths, toMonths, rangeReason, fine: 500_000, accessory: "罚金", probation: true },
  },
});
const sign = (over: Partial<Extract<LeniencyAction, { type: "sign" }>> = {}): LeniencyAction => ({
  ...{ type: "sign", on: "2026-11-21", document: "具结书", counsel: { kind: "duty-lawyer", name: "值班律师" }, representative: null },
  ...over,
});
const ready = [hear("suspect"), hear("duty-lawyer"), voluntary, propose(18, 18)];

test("a statement is signed with counsel present, after hearing, voluntarily, to a proposal", () => {
  expect(keep(facts, ...ready, sign()).state).toMatchObject({ status: "signed", signed: { counsel: { name: "值班律师" } } });
  expect(keep(facts, ...ready).next(sign({ counsel: null }))).toMatchObject({ ok: false, detail: { cite: "刑事诉讼法 第一百七十四条" } });
  for (const left of ready)
    expect(keep(facts, ...ready.filter((one) => one !== left)).next(sign()), left.type).toMatchObject({ ok: false });
  const doubtful: LeniencyAction = { type: "find-voluntary", voluntary: null, how: "未能查明" };
  expect(keep(facts, ...ready, doubtful).next(sign())).toMatchObject({ ok: false });
});

test("a minor signs with representative and defender; whether one is a minor may not be unknown", () => {
  const minor = keep({ ...facts, minor: true }, hear("suspect"), hear("defender"), voluntary, propose(18, 18));
  expect(minor.next(sign({ representative: "母亲" }))).toMatchObject({ ok: false });
  expect(minor.next(sign({ counsel: { kind: "defender", name: "辩护人" } }))).toMatchObject({ ok: false });
  expect(minor.next(sign({ counsel: { kind: "defender", name: "辩护人" }, representative: "母亲" })).ok).toBe(true);
  expect(keep({ ...facts, minor: null }, ...ready).next(sign())).toMatchObject({ ok: false, kind: "condition-not-met" });
  const exempt: LeniencyAction = { type: "exempt", ground: "minor-objection", document: "异议书", reason: "法定代理人有异议" };
  expect([minor.next(exempt).ok, keep(facts).next(exempt).ok]).toEqual([true, false]);
});

test("a range needs its reason, a term is not upside down, and a penalty with a term has one", () => {
  const { next } = keep(facts);
  expect(next(propose(12, 18))).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(next(propose(12, 18, "新类型案件")).ok).toBe(true);
  expect(next(propose(18, 12, "新类型案件"))).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(next(propose(null, null))).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("after a regret the statement no longer stands and is not signed again before will and proposal are established anew", () => {
  const regret: LeniencyAction = { type: "regret", on: "2026-11-23", after: "statement", reason: "不认可数量", document: "讯问笔录" };
  const regretted = keep(facts, ...ready, sign(), regret);
  expect(regretted.state).toMatchObject({ status: "regretted", signed: null, proposal: null, regret: { reason: "不认可数量" } });
  expect(regretted.next(sign())).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(keep(facts, ...ready).next(regret)).toMatchObject({ ok: false, kind: "wrong-state" });
});

test("minor circumstances need all four; one that fails decides, one unknown leaves it unknown", () => {
  expect(keep(facts).state.minorCircumstances).toBe(true);
  expect(keep({ ...facts, repentance: null }).state.minorCircumstances).toBeNull();
  expect(keep({ ...facts, repentance: null, especiallySerious: true }).state.minorCircumstances).toBe(false);
});
