import { expect, test } from "vitest";
import { canHandleClue } from "#clues/clue.policy.ts";
import { ACTIONS_OF_STATUS, type ClueContext, type ClueState, decideClue, evolve, fold } from "#clues/clue.ts";
import { ClueContent, type ClueEvent, ClueStatus } from "#clues/clues.contract.ts";
import { Role } from "#offices/offices.contract.ts";

const REGISTERED: ClueEvent = {
  type: "registered",
  officeCode: "990101",
  origin: { kind: "hand", source: "群众举报" },
  content: ClueContent.parse({ title: "某快递站点泄露面单", summary: "", field: "personal-information" }),
  caseId: null,
  prompted: false,
};
const CONTEXT: ClueContext = { id: "a", today: "2026-11-24", into: null, parts: [] };
const queued = fold([REGISTERED]);
const after = (state: ClueState, event: ClueEvent) => evolve(state, event);

test("a prompt of the machine is no clue: it can be confirmed, corrected or dismissed, and nothing else", () => {
  const prompted = fold([{ ...REGISTERED, prompted: true }]);
  expect(prompted.status).toBe("prompted");
  expect(ACTIONS_OF_STATUS.prompted).toEqual(["confirm", "correct", "dismiss"]);
  expect(decideClue({ type: "hold", until: "2026-12-01", reason: "待补充" }, prompted, CONTEXT)).toMatchObject({ kind: "wrong-state" });
  expect(decideClue({ type: "confirm" }, prompted, CONTEXT)).toMatchObject({ ok: true });
});

test("a dismissal needs a reason code, and words where the code says nothing; it can be taken up again", () => {
  expect(decideClue({ type: "dismiss", code: "other", reason: "" }, queued, CONTEXT)).toMatchObject({ detail: { place: "action.reason" } });
  const dismissed = after(queued, { type: "dismissed", code: "duplicate", reason: "" });
  expect(decideClue({ type: "reopen", reason: "另有新证据" }, dismissed, CONTEXT)).toMatchObject({ ok: true });
});

test("a clue is put on hold until a day to come", () => {
  expect(decideClue({ type: "hold", until: "2026-11-24", reason: "待补充" }, queued, CONTEXT)).toMatchObject({ kind: "invalid-input" });
  expect(decideClue({ type: "hold", until: "2026-11-25", reason: "待补充" }, queued, CONTEXT)).toMatchObject({ ok: true });
});

test("a merge goes into another clue that is open, and can be undone", () => {
  const merge = { type: "merge" as const, into: "b", reason: "同一事实" };
  expect(decideClue(merge, queued, CONTEXT)).toMatchObject({ kind: "not-found" });
  expect(decideClue(merge, queued, { ...CONTEXT, into: { id: "a", status: "queued" } })).toMatchObject({ kind: "invalid-input" });
  expect(decideClue(merge, queued, { ...CONTEXT, into: { id: "b", status: "merged" } })).toMatchObject({ kind: "wrong-state" });
  const merged = after(queued, { type: "merged", into: "b", reason: "同一事实" });
  expect(after(merged, { type: "unmerged", reason: "事实不同" })).toMatchObject({ status: "queued", mergedInto: null });
});

test("a split is undone only while no part went its own way", () => {
  const split = after(queued, { type: "split", into: ["b", "c"], reason: "两个主体" });
  const undo = { type: "unsplit" as const, reason: "同一主体" };
  expect(decideClue(undo, split, { ...CONTEXT, parts: ["queued", "accepted"] })).toMatchObject({ kind: "condition-not-met" });
  expect(decideClue(undo, split, { ...CONTEXT, parts: ["queued", "held"] })).toMatchObject({ ok: true });
});

test("a clue that was accepted can open more tracks and nothing else", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const accepted = after(queued, { type: "accepted", caseId: id, procedures: [id], reason: "" });
  expect(accepted).toMatchObject({ status: "accepted", caseId: id });
  expect(ACTIONS_OF_STATUS.accepted).toEqual(["accept"]);
});

test.each(Role.options)("%s of another office handles nothing; of the own office only what the table names", (role) => {
  const actor = { personId: "p", name: "甲", officeCode: "990101", department: "pil" as const, roles: [role] };
  expect(canHandleClue("dismiss", actor, "990102").allowed).toBe(false);
  expect(canHandleClue("dismiss", actor, "990101").allowed).toBe(["leader", "pil-prosecutor", "criminal-prosecutor"].includes(role));
});

test("every status has its row of actions", () => {
  expect(Object.keys(ACTIONS_OF_STATUS).sort()).toEqual([...ClueStatus.options].sort());
});
