import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findSuspects } from "#cases/find-suspects.query.ts";
import type { Database } from "#database/database.ts";
import { decideChange } from "#measures/decide-change.ts";
import type { ChangeMeasureRequest, Measure } from "#measures/measures.contract.ts";
import { findMeasure, insertMeasure, lockMeasure } from "#measures/measures.store.ts";
import { presentMeasure } from "#measures/present-measure.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 变更记录 ends a measure with its document, corrects the record or declares it void, with the reason. The versions before stay. */
export async function changeMeasure(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  measureId: string,
  { change, expectedVersion, requestId: changeId }: ChangeMeasureRequest,
): Promise<Outcome<Measure>> {
  const { actor, now, requestId } = asking;
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `change-measure ${measureId}`, async () => {
      await lockMeasure(tx, measureId);
      const row = await findMeasure(tx, measureId);
      const facts = row && (await findCaseFacts(tx, row.caseId, "share"));
      if (!row || !facts) return refuse("not-found", { what: "measure" });
      const { caseId } = row;
      const decision = canDo("keep-measures", actor, facts, today);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== row.version) return refuse("stale-version", { current: row.version });
      const suspects = await findSuspects(tx, [caseId]);
      if (change.type === "correct" && !suspects.some(({ id }) => id === change.partyId)) return refuse("not-found", { what: "party" });
      const changed = decideChange(row.state, change, today);
      if (!changed.ok) return changed;
      const version = row.version + 1;
      const reason = change.type === "end" ? null : change.reason;
      await insertMeasure(tx, { id: measureId, version, caseId, state: changed.value, reason, by: actor.personId, at: now });
      const after = await findMeasure(tx, measureId);
      if (!after) throw new Error("a measure is not visible any more to the person who changed it");
      const event = { kind: "work-changed" as const, thing: "measure", thingId: measureId, action: `${change.type}-measure`, version };
      await appendEntry(tx, { event, actor, caseId, requestId });
      return done(presentMeasure(after, suspects, calendar, today));
    }),
  );
}
