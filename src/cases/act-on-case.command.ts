import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { decide, evolve } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import { type ActOnCaseRequest, CaseDetail } from "#cases/cases.contract.ts";
import { findCaseState, findRoles, insertEvent, projectCase } from "#cases/cases.store.ts";
import { describeCase } from "#cases/describe-case.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 变更案件 load, authorise, decide, record, project and audit one action in one transaction. */
export async function actOnCase(
  database: Database,
  asking: Asking,
  caseId: string,
  request: z.infer<typeof ActOnCaseRequest>,
): Promise<Outcome<CaseDetail>> {
  const { actor, now, requestId } = asking;
  const { action } = request;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `act-on-case ${caseId}`, async () => {
      const state = await findCaseState(tx, caseId, "update");
      if (!state) return refuse("not-found", { what: "case" });
      const today = officeDay(now);
      const decision = canDo(action.type, actor, state, today);
      if (!decision.allowed) return decision.refusal;
      if (request.expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
      const rolesOfNewMember = action.type === "add-member" ? await findRoles(tx, action.personId) : null;
      const decided = decide(action, state, { today, newPartyId: randomUUID(), rolesOfNewMember });
      if (!decided.ok) return decided;

      const after = evolve(state, decided.value);
      await insertEvent(tx, caseId, after.version, decided.value, { personId: actor.personId, at: now, requestId: request.requestId });
      await projectCase(tx, caseId, state, after, now);
      const detail = CaseDetail.parse(await describeCase(tx, asking, caseId));
      await appendEntry(tx, { event: { kind: "case-changed", action: action.type, version: after.version }, actor, caseId, requestId });
      return done(detail);
    }),
  );
}
