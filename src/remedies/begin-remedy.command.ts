import { randomUUID } from "node:crypto";
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
import { decideBegin } from "#remedies/fold-remedy.ts";
import type { BeginRemedyRequest, RemedyRecord } from "#remedies/remedies.contract.ts";
import { insertRemedy } from "#remedies/remedies.store.ts";
import { abilityToBegin } from "#remedies/remedy.policy.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 建立 a composition, a ledger, a promise, a leniency record or a plan in a case. */
export async function beginRemedy(
  { database, books }: { readonly database: Database; readonly books: RemedyBooks },
  { actor, now, requestId }: Asking,
  caseId: string,
  { requestId: changeId, begin }: BeginRemedyRequest,
): Promise<Outcome<RemedyRecord>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `begin-remedy ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo(abilityToBegin(begin.kind), actor, facts, today);
      if (!decision.allowed) return decision.refusal;
      const event = decideBegin(begin, { books, today });
      if (!event.ok) return event;
      const wrong = await checkReferences(tx, caseId, begin);
      if (wrong !== null) return wrong;
      const row = { id: randomUUID(), caseId, kind: begin.kind, version: 1 };
      await insertRemedy(tx, row, event.value, { personId: actor.personId, at: now, requestId: changeId });
      const noted = { kind: "work-changed" as const, thing: begin.kind, thingId: row.id, action: "remedy-begin", version: 1 };
      await appendEntry(tx, { event: noted, actor, caseId, requestId });
      const [record] = await describeRemedies(tx, [row], { books, today });
      if (record === undefined) throw new Error("a record that was just begun is not visible to the person who did");
      return done(record);
    }),
  );
}
