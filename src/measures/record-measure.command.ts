import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findSuspects } from "#cases/find-suspects.query.ts";
import type { Database } from "#database/database.ts";
import { checkDays } from "#measures/decide-change.ts";
import { type Measure, MeasureState, type RecordMeasureRequest } from "#measures/measures.contract.ts";
import { findMeasure, insertMeasure } from "#measures/measures.store.ts";
import { presentMeasure } from "#measures/present-measure.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 记录强制措施 that a suspect of the case is held or bound from a day on, by a document. */
export async function recordMeasure(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  caseId: string,
  request: RecordMeasureRequest,
): Promise<Outcome<Measure>> {
  const { actor, now, requestId } = asking;
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `record-measure ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("keep-measures", actor, facts, today);
      if (!decision.allowed) return decision.refusal;
      const suspects = await findSuspects(tx, [caseId]);
      const state = MeasureState.parse(request.state);
      if (!suspects.some(({ id }) => id === state.partyId)) return refuse("not-found", { what: "party" });
      const wrong = checkDays(state.from, null, today);
      if (wrong !== null) return wrong;
      const id = randomUUID();
      await insertMeasure(tx, { id, version: 1, caseId, state, reason: null, by: actor.personId, at: now });
      const row = await findMeasure(tx, id);
      if (!row) throw new Error("a measure that was just recorded is not visible to the person who did");
      const event = { kind: "work-changed" as const, thing: "measure", thingId: id, action: "record-measure", version: 1 };
      await appendEntry(tx, { event, actor, caseId, requestId });
      return done(presentMeasure(row, suspects, calendar, today));
    }),
  );
}
