import type { PeriodAnswer, PeriodRule } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod, type Language } from "#calendar/compute-period.ts";
import type { Deadline, DeadlineChange, DeadlineState } from "#deadlines/deadlines.contract.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/** Days before the end from which a clock is `soon`. */
const SOON = 3;

export type Reckoned = { readonly answer: PeriodAnswer; readonly rule: PeriodRule; readonly custody: boolean };

/** 计算期限 the last day of a clock, or why it cannot be reckoned (an unknown rule, an extension the rule does not allow). */
export function reckonDeadline(state: DeadlineState, calendar: Calendar, language: Language): { ok: true; value: Reckoned } | Refusal {
  const { rule: id, from, detained, urgent, ruling, extension } = state;
  const computed = computePeriod({ rule: id, from, detained, urgent, ruling, extend: extension?.by ?? 0 }, calendar, language);
  const rule = calendar.rules.get(id);
  if (!computed.ok || rule === undefined) {
    const { argument, expected, found } = computed.ok
      ? { argument: "RULE", expected: { zh: "期间规则", en: "a rule" }, found: id }
      : computed;
    return refuse("invalid-input", { place: argument, expected: expected.zh, "expected.en": expected.en, found });
  }
  return {
    ok: true,
    value: { answer: computed.answer, rule, custody: rule.custody === "always" || (rule.custody === "if-detained" && detained) },
  };
}

/** The state after a change. A clock that ended takes only a correction; an extension must be decided before the end. */
export function changeDeadline(state: DeadlineState, change: DeadlineChange, due: string): { ok: true; value: DeadlineState } | Refusal {
  if (change.type === "correct") {
    const { from, detained, urgent, ruling } = change;
    return { ok: true, value: { ...state, from, detained, urgent, ruling } };
  }
  if (state.done !== null) return refuse("wrong-state", { what: "deadline", state: "done" });
  if (change.type === "end") return { ok: true, value: { ...state, done: { on: change.on, document: change.document } } };
  if (change.on > due)
    return refuse("invalid-input", {
      place: "change.on",
      expected: `期限届满（${due}）以前作出的延长决定`,
      "expected.en": `an extension decided before the end (${due})`,
      found: change.on,
    });
  return { ok: true, value: { ...state, extension: { by: change.by, document: change.document, on: change.on } } };
}

/** How a clock stands on a day. */
export function standingOf({ done }: DeadlineState, due: string, daysLeft: number): Deadline["standing"] {
  if (done !== null) return done.on > due ? "done-late" : "done";
  if (daysLeft < 0) return "over";
  if (daysLeft === 0) return "today";
  return daysLeft <= SOON ? "soon" : "ahead";
}
