import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { ChangeDeadlineRequest, Deadline } from "#deadlines/deadlines.contract.ts";
import { canKeepDeadlines } from "#deadlines/deadlines.policy.ts";
import { findDeadline, findDeadlinesOfCase, lockClocks } from "#deadlines/deadlines.store.ts";
import { decideChange } from "#deadlines/decide-change.ts";
import { moveClocks } from "#deadlines/follow-clock.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { recordMoves } from "#deadlines/record-moves.command.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/**
 * 变更期限 extends or suspends a clock (with its document), ends it, or corrects its event (with the reason). What follows it is reckoned anew
 * in the same transaction; the versions before stay.
 */
export async function changeDeadlineOf(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  deadlineId: string,
  { change, expectedVersion, requestId }: ChangeDeadlineRequest,
): Promise<Outcome<Deadline>> {
  const { actor, now } = asking;
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, requestId, `change-deadline ${deadlineId}`, async () => {
      const caseId = (await findDeadline(tx, deadlineId))?.caseId;
      const facts = caseId && (await findCaseFacts(tx, caseId, "share"));
      if (!facts) return refuse("not-found", { what: "deadline" });
      const decision = canKeepDeadlines(actor, facts, today);
      if (!decision.allowed) return decision.refusal;
      await lockClocks(tx, caseId);
      const rows = await findDeadlinesOfCase(tx, caseId);
      const row = rows.find(({ id }) => id === deadlineId);
      if (row === undefined) return refuse("not-found", { what: "deadline" });
      if (expectedVersion !== row.version) return refuse("stale-version", { current: row.version });
      const changed = decideChange(row, change, rows, calendar);
      if (!changed.ok) return changed;
      const moves = moveClocks(rows, deadlineId, changed.value, calendar);
      if (!moves.ok) return moves;
      const reason = change.type === "correct" ? change.reason : change.document;
      await recordMoves(tx, asking, caseId, moves.value, rows, { change: change.type, reason });
      const after = await findDeadlinesOfCase(tx, caseId);
      const changedRow = after.find(({ id }) => id === deadlineId);
      if (changedRow === undefined) throw new Error("a clock is not visible any more to the person who changed it");
      return done(presentDeadline(changedRow, calendar, today, "zh", after));
    }),
  );
}
