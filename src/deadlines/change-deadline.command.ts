import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { ChangeDeadlineRequest, Deadline } from "#deadlines/deadlines.contract.ts";
import { canKeepDeadlines } from "#deadlines/deadlines.policy.ts";
import { findDeadline, insertDeadline, lockDeadline } from "#deadlines/deadlines.store.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { changeDeadline, reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 变更期限 extends a clock (with its document), ends it, or corrects its event (with the reason). The versions before stay. */
export async function changeDeadlineOf(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  deadlineId: string,
  request: ChangeDeadlineRequest,
): Promise<Outcome<Deadline>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `change-deadline ${deadlineId}`, async () => {
      await lockDeadline(tx, deadlineId);
      const row = await findDeadline(tx, deadlineId);
      const facts = row && (await findCaseFacts(tx, row.caseId, "share"));
      if (!row || !facts) return refuse("not-found", { what: "deadline" });
      const decision = canKeepDeadlines(actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (request.expectedVersion !== row.version) return refuse("stale-version", { current: row.version });
      const before = reckonDeadline(row.state, calendar, "zh");
      if (!before.ok) return before;
      const changed = changeDeadline(row.state, request.change, before.value.answer.due);
      if (!changed.ok) return changed;
      const reckoned = reckonDeadline(changed.value, calendar, "zh");
      if (!reckoned.ok) return reckoned;
      const { answer, custody } = reckoned.value;
      const { change } = request;
      const reason = change.type === "correct" ? change.reason : change.document;
      const version = row.version + 1;
      const { caseId } = row;
      await insertDeadline(tx, {
        id: deadlineId,
        version,
        caseId,
        state: changed.value,
        due: answer.due,
        custody,
        reason,
        by: actor.personId,
        at: now,
      });
      const after = await findDeadline(tx, deadlineId);
      if (!after) throw new Error("a clock is not visible any more to the person who changed it");
      await appendEntry(tx, {
        event: { kind: "deadline-changed", deadlineId, change: change.type, due: answer.due },
        actor,
        caseId,
        requestId,
      });
      return done(presentDeadline(after, calendar, officeDay(now), "zh"));
    }),
  );
}
