import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { describeEvidence } from "#evidence/describe-evidence.query.ts";
import { EvidenceDetail } from "#evidence/evidence.contract.ts";
import { findItem, findItemEvents, recordEvent } from "#evidence/evidence.store.ts";
import type { EvidenceEvent } from "#evidence/evidence-event.contract.ts";
import { type EvidenceRecord, foldEvidence } from "#evidence/evidence-record.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * The line that every change of a custody record takes: lock, authorise, compare versions, decide, record, audit, in one
 * transaction. `decide` sees the record as it is under the lock.
 */
export async function changeCustody(
  database: Database,
  asking: Asking,
  change: {
    readonly name: string;
    readonly evidenceId: string;
    readonly requestId: string;
    readonly expectedVersion: number;
    readonly decide: (record: EvidenceRecord) => Outcome<EvidenceEvent>;
  },
): Promise<Outcome<EvidenceDetail>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, change.requestId, `${change.name} ${change.evidenceId}`, async () => {
      const item = await findItem(tx, change.evidenceId, "update");
      const facts = item && (await findCaseFacts(tx, item.caseId, "share"));
      if (!item || !facts) return refuse("not-found", { what: "evidence" });
      const decision = canDo("change-custody", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const record = foldEvidence((await findItemEvents(tx, [item.id])).get(item.id) ?? []);
      if (change.expectedVersion < record.custodyVersion || change.expectedVersion > record.version) {
        return refuse("stale-version", { current: record.version });
      }
      const decided = change.decide(record);
      if (!decided.ok) return decided;
      const version = record.version + 1;
      await recordEvent(tx, item.id, version, decided.value, { personId: actor.personId, at: now, requestId: change.requestId });
      const detail = EvidenceDetail.parse(await describeEvidence(tx, item.id));
      const event = { kind: "custody-changed" as const, evidenceId: item.id, change: decided.value.type, version };
      await appendEntry(tx, { event, actor, caseId: item.caseId, requestId });
      return done(detail);
    }),
  );
}
