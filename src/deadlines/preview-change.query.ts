import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar, Language } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { DeadlineChange, DeadlinePreview } from "#deadlines/deadlines.contract.ts";
import { canKeepDeadlines } from "#deadlines/deadlines.policy.ts";
import { findDeadline, findDeadlinesOfCase } from "#deadlines/deadlines.store.ts";
import { decideChange } from "#deadlines/decide-change.ts";
import { type ClockMove, moveClocks } from "#deadlines/follow-clock.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 预览 what a change would move, the clock itself and all that follows it; writes nothing but that somebody looked. */
export async function previewChange(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  { actor, now, requestId }: Asking,
  deadlineId: string,
  change: DeadlineChange,
  language: Language,
): Promise<Outcome<DeadlinePreview>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const caseId = (await findDeadline(tx, deadlineId))?.caseId;
    const facts = caseId && (await findCaseFacts(tx, caseId, "none"));
    if (!facts) return refuse("not-found", { what: "deadline" });
    const decision = canKeepDeadlines(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const rows = await findDeadlinesOfCase(tx, caseId);
    const row = rows.find(({ id }) => id === deadlineId);
    if (row === undefined) return refuse("not-found", { what: "deadline" });
    const changed = decideChange(row, change, rows, calendar);
    if (!changed.ok) return changed;
    const moves = moveClocks(rows, deadlineId, changed.value, calendar);
    if (!moves.ok) return moves;
    const reckoned = reckonDeadline(changed.value, calendar, language);
    if (!reckoned.ok) return reckoned;
    await appendEntry(tx, { event: { kind: "case-read", part: "deadlines" }, actor, caseId, requestId });
    const { steps, warnings } = reckoned.value.answer;
    return done({ moves: moves.value.map((move) => presentMove(move, calendar)), steps, warnings });
  });
}

function presentMove({ id, before, state, due, custody, ledBy }: ClockMove, { rules }: Calendar): DeadlinePreview["moves"][number] {
  const act = rules.get(state.rule)?.act ?? { zh: state.rule, en: state.rule };
  return {
    id,
    act,
    subject: state.subject,
    event: { from: before.state.from, to: state.from },
    due: { from: before.due, to: due },
    led: ledBy !== null,
    custody,
  };
}
