import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { decide, evolve } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseAction } from "#cases/cases.contract.ts";
import { findCaseState, findRoles, findRunningClocks, insertEvent, projectCase } from "#cases/cases.store.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/**
 * 记录行为 authorise, decide, record, project and audit one action on a case in the caller's transaction. Other slices whose acts are acts on
 * the case as well (a step of procedure that moves its stage) call this in theirs.
 * @param changeId the request id that the event keeps
 * @param expectedVersion refused as stale when the case has another; null: whatever it has
 * @param judged the caller's own policy has allowed the act of which this one follows (who may prosecute moves the stage with it)
 */
export async function recordAction(
  tx: Tx,
  { actor, now, requestId }: Asking,
  caseId: string,
  action: CaseAction,
  { changeId, expectedVersion, judged = false }: Recording,
): Promise<Outcome<{ readonly version: number }>> {
  const state = await findCaseState(tx, caseId, "update");
  if (!state) return refuse("not-found", { what: "case" });
  const today = officeDay(now);
  const decision = canDo(action.type, actor, state, today);
  if (!judged && !decision.allowed) return decision.refusal;
  if (expectedVersion !== null && expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
  const rolesOfNewMember = action.type === "add-member" ? await findRoles(tx, action.personId) : null;
  const decided = decide(action, state, { today, newPartyId: randomUUID(), rolesOfNewMember });
  if (!decided.ok) return decided;
  if (!judged && action.type === "move-stage" && action.stage === "closed" && action.closeWithOpenClocks !== true) {
    const running = (await findRunningClocks(tx, caseId)).map(({ rule, due }) => `${rule} ${due}`);
    const [what, whatEn] = [`仍有未结期限（${running.join("、")}）`, `clocks still run (${running.join(", ")})`];
    if (running.length > 0) return refuse("needs-confirmation", { what, "what.en": whatEn });
  }
  const after = evolve(state, decided.value);
  await insertEvent(tx, caseId, after.version, decided.value, { personId: actor.personId, at: now, requestId: changeId });
  await projectCase(tx, caseId, state, after, now);
  await appendEntry(tx, { event: { kind: "case-changed", action: action.type, version: after.version }, actor, caseId, requestId });
  return done({ version: after.version });
}

type Recording = { readonly changeId: string; readonly expectedVersion: number | null; readonly judged?: boolean };
