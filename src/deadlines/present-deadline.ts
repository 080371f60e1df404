import type { Calendar, Language } from "#calendar/compute-period.ts";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { DeadlineRow } from "#deadlines/deadlines.store.ts";
import { reckonDeadline, standingOf } from "#deadlines/reckon-deadline.ts";

/** What a clock starts from when it follows another, in words: which day of which act. */
const FOLLOWED = {
  event: { zh: "的起算事由", en: "the event of" },
  end: { zh: "的期限届满", en: "the last day of" },
  done: { zh: "的办结", en: "the end of" },
} as const;

/**
 * A clock as it stands today. It is reckoned anew: where the calendar gives another day than was told when the clock was written (a holiday
 * notice came), `moved` says so; nothing shifts silently. `others`: rows among which the clocks are that it follows or was led by.
 */
export function presentDeadline(
  row: DeadlineRow,
  calendar: Calendar,
  today: string,
  language: Language,
  others: readonly DeadlineRow[],
): Deadline {
  const { id, version, caseId, caseNumber, caseTitle, state, changedBy } = row;
  const reckoned = reckonDeadline(state, calendar, language);
  if (!reckoned.ok) throw new Error(`the clock ${id} was written under a rule that is not there any more: ${state.rule}`);
  const { answer, rule, custody } = reckoned.value;
  const actOf = (other: string | null) => {
    const found = other === null ? undefined : others.find((one) => one.id === other);
    return found === undefined ? null : (calendar.rules.get(found.state.rule)?.act ?? null);
  };
  const leader = actOf(state.follows?.id ?? null);
  const link = state.follows === null ? null : FOLLOWED[state.follows.by];
  const plain = reckonDeadline({ ...state, extension: null, suspensions: [] }, calendar, language);
  const daysLeft = Math.round((Date.parse(answer.due) - Date.parse(today)) / 86_400_000);
  const movedByCalendar = answer.due !== row.due ? { from: row.due, reason: null, led: null } : null;
  const movedByChange =
    row.dueBefore !== null && row.dueBefore !== row.due ? { from: row.dueBefore, reason: row.reason, led: actOf(row.ledBy) } : null;
  return {
    id,
    version,
    caseId,
    caseNumber,
    caseTitle,
    state,
    act: rule.act,
    due: answer.due,
    plain: plain.ok ? plain.value.answer.due : answer.due,
    custody,
    daysLeft,
    standing: standingOf(state, answer.due, daysLeft),
    moved: movedByCalendar ?? movedByChange,
    follows: leader === null || link === null ? null : { zh: `“${leader.zh}”${link.zh}`, en: `${link.en} "${leader.en}"` },
    steps: answer.steps,
    warnings: answer.warnings,
    cite: answer.cite,
    changedBy,
    changedAt: row.changedAt.toISOString(),
  };
}
