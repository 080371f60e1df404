import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { checkReferences } from "#remedies/check-references.query.ts";
import { describeRemedies } from "#remedies/describe-remedy.query.ts";
import { decideAct } from "#remedies/fold-remedy.ts";
import type { ActOnRemedyRequest, RemedyRecord } from "#remedies/remedies.contract.ts";
import { findRemedyEvents, insertRemedyEvent, lockRemedy, moveRemedy } from "#remedies/remedies.store.ts";
import { abilityToAct } from "#remedies/remedy.policy.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 办理 one act on a record of remedies: authorised, decided by the pure core of its kind, recorded and audited in one transaction. */
export async function actOnRemedy(
  { database, books }: { readonly database: Database; readonly books: RemedyBooks },
  { actor, now, requestId }: Asking,
  remedyId: string,
  { requestId: changeId, expectedVersion, act }: ActOnRemedyRequest,
): Promise<Outcome<RemedyRecord>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-remedy ${remedyId}`, async () => {
      const row = await lockRemedy(tx, remedyId);
      const facts = row && (await findCaseFacts(tx, row.caseId, "share"));
      if (!row || !facts) return refuse("not-found", { what: "remedy" });
      const { caseId, kind } = row;
      const decision = canDo(abilityToAct(act), actor, facts, today);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== row.version) return refuse("stale-version", { current: row.version });
      const events = (await findRemedyEvents(tx, [remedyId])).get(remedyId) ?? [];
      const event = decideAct(act, kind, events, { books, today });
      if (!event.ok) return event;
      const wrong = await checkReferences(tx, caseId, act);
      if (wrong !== null) return wrong;
      const version = row.version + 1;
      await insertRemedyEvent(tx, remedyId, version, event.value, { personId: actor.personId, at: now, requestId: changeId });
      await moveRemedy(tx, remedyId, version, now);
      const noted = { kind: "work-changed" as const, thing: kind, thingId: remedyId, action: `remedy-${event.value.type}`, version };
      await appendEntry(tx, { event: noted, actor, caseId, requestId });
      const [record] = await describeRemedies(tx, [{ ...row, version }], { books, today });
      if (record === undefined) throw new Error("a record is not visible any more to the person who acted on it");
      return done(record);
    }),
  );
}
