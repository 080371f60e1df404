import type { Calendar, Language } from "#calendar/compute-period.ts";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { DeadlineRow } from "#deadlines/deadlines.store.ts";
import { reckonDeadline, standingOf } from "#deadlines/reckon-deadline.ts";

/**
 * A clock as it stands today. It is reckoned anew: where the calendar gives another day than was told when the clock was written (a holiday
 * notice came), `moved` says so; nothing shifts silently.
 */
export function presentDeadline(row: DeadlineRow, calendar: Calendar, today: string, language: Language): Deadline {
  const { id, version, caseId, caseNumber, caseTitle, state, changedBy } = row;
  const reckoned = reckonDeadline(state, calendar, language);
  if (!reckoned.ok) throw new Error(`the clock ${id} was written under a rule that is not there any more: ${state.rule}`);
  const { answer, rule, custody } = reckoned.value;
  const daysLeft = Math.round((Date.parse(answer.due) - Date.parse(today)) / 86_400_000);
  const movedByCalendar = answer.due !== row.due ? { from: row.due, reason: null } : null;
  const movedByChange = row.dueBefore !== null && row.dueBefore !== row.due ? { from: row.dueBefore, reason: row.reason } : null;
  return {
    id,
    version,
    caseId,
    caseNumber,
    caseTitle,
    state,
    act: rule.act,
    due: answer.due,
    custody,
    daysLeft,
    standing: standingOf(state, answer.due, daysLeft),
    moved: movedByCalendar ?? movedByChange,
    steps: answer.steps,
    warnings: answer.warnings,
    cite: answer.cite,
    changedBy,
    changedAt: row.changedAt.toISOString(),
  };
}
