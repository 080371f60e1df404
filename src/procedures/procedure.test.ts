import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { decideCorrection, decideStep, evolve, fold, type ProcedureState } from "#procedures/procedure.ts";
import { tableOf } from "#procedures/procedure-parts.ts";
import type { FieldValues, ProcedureEvent } from "#procedures/procedures.contract.ts";
import { sentenceOf } from "#refusals/refusal.ts";

const tables = loadProcedureTables(new Set(loadCalendar().rules.keys()));
const criminal = tableOf(tables, "criminal");
const OPENED: ProcedureEvent = {
  type: "opened",
  kind: "criminal",
  caseId: "00000000-0000-4000-8000-000000000001",
  officeCode: "990101",
  handler: "00000000-0000-4000-8000-000000000002",
  title: "甲某侵犯公民个人信息案",
  number: null,
  state: criminal.initial,
  on: "2026-03-01",
  continues: {},
};
const TODAY = "2026-11-24";

function take(state: ProcedureState, step: string, on: string, fields: FieldValues = {}) {
  const action = { type: "take-step" as const, step, on, fields, note: null, closeWithOpenClocks: false };
  return decideStep(criminal, state, action, { today: TODAY, clocks: [] });
}

function taken(state: ProcedureState, step: string, on: string, fields: FieldValues = {}): ProcedureState {
  const decided = take(state, step, on, fields);
  if (!decided.ok) throw new Error(sentenceOf(decided, "zh"));
  return evolve(state, decided.value);
}

const RECEIVED = taken(fold([OPENED]), "receive-for-prosecution", "2026-03-02", { detained: true, document: "云公诉〔2026〕1号" });

test("a step that does not start in the present state is refused, with what can be done instead", () => {
  const refused = take(fold([OPENED]), "prosecute", "2026-03-02");
  expect(refused.ok).toBe(false);
  if (!refused.ok) expect(sentenceOf(refused, "zh")).toContain("现在可以：提前介入、受理提请批准逮捕");
});

test("returns for supplementary investigation are two at most", () => {
  const back = { outline: "调取云盘日志", detained: true };
  const once = taken(taken(RECEIVED, "return-for-supplement", "2026-03-20", back), "receive-supplement", "2026-04-10", { detained: true });
  const twice = taken(taken(once, "return-for-supplement", "2026-05-01", back), "receive-supplement", "2026-05-20", { detained: true });
  expect(take(twice, "return-for-supplement", "2026-06-01", back)).toMatchObject({ ok: false, kind: "condition-not-met" });
  expect(take(once, "return-for-supplement", "2026-05-01", back).ok).toBe(true);
});

test("returns under another office before the case came here count as well", () => {
  const state = { ...RECEIVED, continues: { "return-for-supplement": 2 } };
  expect(take(state, "return-for-supplement", "2026-03-20", { outline: "甲", detained: true })).toMatchObject({
    kind: "condition-not-met",
  });
});

test("a mandatory field, an unknown field, and a day before the last step are refused by name", () => {
  const back = { outline: "调取云盘日志", detained: true };
  expect(take(RECEIVED, "return-for-supplement", "2026-03-20", { detained: true })).toMatchObject({
    detail: { place: "action.fields.outline" },
  });
  expect(take(RECEIVED, "return-for-supplement", "2026-03-20", { ...back, score: 7 })).toMatchObject({
    detail: { place: "action.fields.score" },
  });
  expect(take(RECEIVED, "return-for-supplement", "2026-03-01", back)).toMatchObject({ detail: { place: "action.on" } });
  expect(take(RECEIVED, "return-for-supplement", "2026-11-25", back)).toMatchObject({ detail: { place: "action.on" } });
});

test("a final step asks about clocks that still run, and goes on when a person has said so", () => {
  const fields = { office: "990102", reason: "主要犯罪地在邻县" };
  const clocks = [
    { rule: "CR-PROS-1M", due: "2026-04-02", open: true },
    { rule: "CR-MEASURE-3", due: "2026-03-09", open: true },
  ];
  const action = { type: "take-step" as const, step: "change-jurisdiction", on: "2026-03-20", fields, note: null };
  const asked = decideStep(criminal, RECEIVED, { ...action, closeWithOpenClocks: false }, { today: TODAY, clocks });
  expect(asked).toMatchObject({ ok: false, kind: "needs-confirmation" });
  if (!asked.ok) expect(sentenceOf(asked, "zh")).toContain("CR-MEASURE-3，2026-03-09 届满");
  expect(decideStep(criminal, RECEIVED, { ...action, closeWithOpenClocks: true }, { today: TODAY, clocks }).ok).toBe(true);
});

test("a corrected step stays between its neighbours and keeps the day it had", () => {
  const back = { outline: "调取云盘日志", detained: true };
  const state = taken(RECEIVED, "return-for-supplement", "2026-03-20", back);
  const action = { type: "correct-step" as const, step: 1, on: "2026-03-05", fields: {}, reason: "笔误" };
  const decided = decideCorrection(criminal, state, action, TODAY);
  expect(decided.ok && evolve(state, decided.value).steps[0]).toMatchObject({
    on: "2026-03-05",
    corrected: { from: "2026-03-02", reason: "笔误" },
  });
  expect(decideCorrection(criminal, state, { ...action, on: "2026-03-21" }, TODAY)).toMatchObject({ kind: "invalid-input" });
});
