import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { Deadline, StartDeadlineRequest } from "#deadlines/deadlines.contract.ts";
import { canKeepDeadlines } from "#deadlines/deadlines.policy.ts";
import { findDeadlinesOfCase, lockClocks } from "#deadlines/deadlines.store.ts";
import { linkTo } from "#deadlines/follow-clock.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { startClock } from "#deadlines/run-clocks.command.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 起算期限 starts a clock by its rule and the day of its event, or from the clock it follows. */
export async function startDeadline(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  caseId: string,
  request: StartDeadlineRequest,
): Promise<Outcome<Deadline>> {
  const { actor, now } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `start-deadline ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canKeepDeadlines(actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      await lockClocks(tx, caseId);
      const { follows, ...event } = request.state;
      const rows = await findDeadlinesOfCase(tx, caseId);
      const linked = follows === null ? null : linkTo(follows, event.rule, rows, calendar, null);
      if (linked !== null && !linked.ok) return linked;
      const link = linked === null ? { follows: null } : { from: linked.value.from, follows: linked.value.link };
      const begun = await startClock({ tx, calendar, asking, caseId }, { ...event, ...link });
      if (!begun.ok) return begun;
      const after = await findDeadlinesOfCase(tx, caseId);
      const row = after.find(({ id }) => id === begun.value.id);
      if (row === undefined) throw new Error("a clock that was just started is not visible to the person who did");
      return done(presentDeadline(row, calendar, officeDay(now), "zh", after));
    }),
  );
}
