import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { type Deadline, DeadlineState, type StartDeadlineRequest } from "#deadlines/deadlines.contract.ts";
import { canKeepDeadlines } from "#deadlines/deadlines.policy.ts";
import { findDeadline, insertDeadline } from "#deadlines/deadlines.store.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 起算期限 starts a clock by its rule and the day of its event. */
export async function startDeadline(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  asking: Asking,
  caseId: string,
  request: StartDeadlineRequest,
): Promise<Outcome<Deadline>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `start-deadline ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canKeepDeadlines(actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      const state = DeadlineState.parse(request.state);
      const reckoned = reckonDeadline(state, calendar, "zh");
      if (!reckoned.ok) return reckoned;
      const id = randomUUID();
      const { answer, custody } = reckoned.value;
      await insertDeadline(tx, { id, version: 1, caseId, state, due: answer.due, custody, reason: null, by: actor.personId, at: now });
      const row = await findDeadline(tx, id);
      if (!row) throw new Error("a clock that was just started is not visible to the person who did");
      await appendEntry(tx, {
        event: { kind: "deadline-changed", deadlineId: id, change: "start", due: answer.due },
        actor,
        caseId,
        requestId,
      });
      return done(presentDeadline(row, calendar, officeDay(now), "zh"));
    }),
  );
}
