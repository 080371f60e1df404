import type { PeriodAnswer, PeriodRule } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod, type Language } from "#calendar/compute-period.ts";
import { addDays } from "#calendar/plain-date.ts";
import type { Deadline, DeadlineState } from "#deadlines/deadlines.contract.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/** Days before the end from which a clock is `soon`. */
const SOON = 3;
const DAY = 86_400_000;

export type Reckoned = { readonly answer: PeriodAnswer; readonly rule: PeriodRule; readonly custody: boolean };

/** 计算期限 the last day of a clock, or why it cannot be reckoned (an unknown rule, an extension or a suspension the rule does not allow). */
export function reckonDeadline(state: DeadlineState, calendar: Calendar, language: Language): { ok: true; value: Reckoned } | Refusal {
  const { rule: id, from, detained, urgent, ruling, extension } = state;
  const request = { rule: id, from, detained, urgent, ruling, extend: extension?.by ?? 0, suspended: suspendedDays(state) };
  const computed = computePeriod(request, calendar, language);
  const rule = calendar.rules.get(id);
  if (!computed.ok || rule === undefined) {
    const { argument, expected, found } = computed.ok
      ? { argument: "RULE", expected: { zh: "期间规则", en: "a rule" }, found: id }
      : computed;
    return refuse("invalid-input", { place: argument, expected: expected.zh, "expected.en": expected.en, found });
  }
  const set = setDayOf(state, rule, computed.answer, language);
  if (!set.ok) return set;
  const { steps, warnings } = tellDocuments(state, rule, calendar, language);
  const answer = {
    ...computed.answer,
    ...set.value.day,
    steps: [...computed.answer.steps, ...set.value.steps, ...steps],
    warnings: [...computed.answer.warnings, ...warnings],
  };
  return { ok: true, value: { answer, rule, custody: rule.custody === "always" || (rule.custody === "if-detained" && detained) } };
}

/** 另行确定的期限 a day set for this case goes before the period's own end where it is earlier; only where the rule knows one, and after the event. */
function setDayOf(
  { setDay, from }: DeadlineState,
  rule: PeriodRule,
  { due }: PeriodAnswer,
  language: Language,
): { ok: true; value: { day: Partial<Pick<PeriodAnswer, "due" | "natural" | "rolled">>; steps: readonly string[] } } | Refusal {
  if (setDay === null) return { ok: true, value: { day: {}, steps: [] } };
  const { on, reason } = setDay;
  if (rule.setDay === undefined || on <= from)
    return refuse("invalid-input", {
      place: "setDay",
      expected: rule.setDay === undefined ? "不填（该期间不得另行确定）" : `${from}以后的日期`,
      "expected.en": rule.setDay === undefined ? "nothing: no day is set case by case here" : `a day after ${from}`,
      found: on,
    });
  const { when, cite } = rule.setDay;
  if (on >= due) return { ok: true, value: { day: {}, steps: [] } };
  const step =
    language === "zh" ? `${when.zh}：${on}，早于${due}（${reason}；${cite}）` : `${when.en}: ${on}, before ${due} (${reason}; ${cite})`;
  return { ok: true, value: { day: { due: on, natural: on, rolled: false }, steps: [step] } };
}

/** 不计入的日数 of the suspensions that have ended; one that still runs adds nothing until it is known how long it was. */
function suspendedDays({ suspensions }: DeadlineState): number {
  return suspensions.reduce((sum, { from, until }) => (until === null ? sum : sum + (Date.parse(until) - Date.parse(from)) / DAY + 1), 0);
}

/** The documents behind extension and suspensions as steps, and a request that came late. */
function tellDocuments(
  { extension, suspensions, ...state }: DeadlineState,
  rule: PeriodRule,
  calendar: Calendar,
  language: Language,
): { steps: string[]; warnings: string[] } {
  const zh = language === "zh";
  const steps = suspensions.map(({ ground, from, until, document, resumed }) => {
    const why = rule.suspension?.find((one) => one.ground === ground)?.when[language] ?? ground;
    if (until === null)
      return zh
        ? `自 ${from} 起不计入，尚未恢复：${why}（${document}）`
        : `not counted from ${from}, not yet resumed: ${why} (${document})`;
    const days = suspendedDays({ ...state, extension, suspensions: [{ ground, from, until, document, resumed }] });
    return zh
      ? `${from} 至 ${until} 共 ${days} 日不计入：${why}（${document}；恢复：${resumed ?? "—"}）`
      : `${from} to ${until}, ${days} days, not counted: ${why} (${document}; resumed by ${resumed ?? "—"})`;
  });
  if (extension !== null)
    steps.push(
      zh ? `延长依据：${extension.document}（${extension.on}）` : `extended by the document: ${extension.document} (${extension.on})`,
    );
  const warnings = suspensions.some(({ until }) => until === null)
    ? [
        zh
          ? "期限正在中止：届满日尚未加上不计入的日数，恢复后重新计算"
          : "suspended: the days that do not count are not added yet; the end is reckoned anew when it resumes",
      ]
    : [];
  const late = extension === null ? null : latestRequest({ ...state, extension: null, suspensions }, rule, calendar, extension.by);
  if (extension !== null && extension.requestedOn !== null && late !== null && extension.requestedOn > late.day)
    warnings.push(
      zh
        ? `提请延长晚于届满前 ${late.daysBefore} 日（${late.day}），提请日 ${extension.requestedOn}（${late.cite}）`
        : `the extension was asked for on ${extension.requestedOn}, later than ${late.daysBefore} days before the end (${late.day}; ${late.cite})`,
    );
  return { steps, warnings };
}

/**
 * 提请延长的最后一日 of a clock as it stood before its newest extension. A step of months before the one granted counts as granted already:
 * who has the second extension asked for it before the first one ran out.
 */
export function latestRequest(
  state: DeadlineState,
  rule: PeriodRule,
  calendar: Calendar,
  by: number,
): { readonly day: string; readonly end: string; readonly daysBefore: number; readonly cite: string } | null {
  const request = rule.extension?.request;
  if (request === undefined) return null;
  const granted = Math.max(0, ...(rule.extension?.steps ?? []).map(({ upTo }) => upTo ?? 0).filter((upTo) => upTo < by));
  const { rule: id, from, detained, urgent, ruling } = state;
  const before = computePeriod(
    { rule: id, from, detained, urgent, ruling, extend: granted, suspended: suspendedDays(state) },
    calendar,
    "zh",
  );
  if (!before.ok) return null;
  const { due } = before.answer;
  return { day: addDays(due, -request.daysBefore), end: due, daysBefore: request.daysBefore, cite: request.cite };
}

/** How a clock stands on a day. */
export function standingOf({ done, suspensions }: DeadlineState, due: string, daysLeft: number): Deadline["standing"] {
  if (done !== null) return done.on > due ? "done-late" : "done";
  if (suspensions.some(({ until }) => until === null)) return "suspended";
  if (daysLeft < 0) return "over";
  if (daysLeft === 0) return "today";
  return daysLeft <= SOON ? "soon" : "ahead";
}
