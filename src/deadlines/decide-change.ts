import type { Calendar } from "#calendar/compute-period.ts";
import type { DeadlineChange, DeadlineState } from "#deadlines/deadlines.contract.ts";
import { type Clock, linkTo } from "#deadlines/follow-clock.ts";
import { latestRequest } from "#deadlines/reckon-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Change<T extends DeadlineChange["type"]> = Extract<DeadlineChange, { type: T }>;

/**
 * The state of a clock after a change. A clock that ended takes only a correction; an extension must be decided before the end and asked
 * for before it; what follows another clock takes its day from there.
 */
export function decideChange(clock: Clock, change: DeadlineChange, clocks: readonly Clock[], calendar: Calendar): Outcome<DeadlineState> {
  const { state } = clock;
  if (change.type === "correct") return correct(clock, change, clocks, calendar);
  if (state.done !== null) return refuse("wrong-state", { what: "deadline", state: "已办结", "state.en": "ended" });
  switch (change.type) {
    case "end":
      return done({ ...state, done: { on: change.on, document: change.document } });
    case "extend":
      return extend(clock, change, calendar);
    case "suspend":
      return suspend(clock, change, calendar);
    case "resume":
      return resume(state, change);
  }
}

function correct({ id, state }: Clock, change: Change<"correct">, clocks: readonly Clock[], calendar: Calendar): Outcome<DeadlineState> {
  const { from, detained, urgent, ruling } = change;
  const wanted = change.follows === undefined ? (state.follows?.id ?? null) : change.follows;
  if (wanted === null) return done({ ...state, from, detained, urgent, ruling, follows: null });
  const linked = linkTo(wanted, state.rule, clocks, calendar, id);
  if (!linked.ok) return linked;
  return done({ ...state, from: linked.value.from, detained, urgent, ruling, follows: linked.value.link });
}

function extend({ state, due }: Clock, change: Change<"extend">, calendar: Calendar): Outcome<DeadlineState> {
  const { by, document, on, requestedOn } = change;
  if (on > due)
    return refuse("invalid-input", {
      place: "change.on",
      expected: `期限届满（${due}）以前作出的延长决定`,
      "expected.en": `an extension decided before the end (${due})`,
      found: on,
    });
  const rule = calendar.rules.get(state.rule);
  const late = rule === undefined ? null : latestRequest(state, rule, calendar, by);
  if (late !== null && requestedOn === null)
    return refuse("invalid-input", {
      place: "change.requestedOn",
      expected: `提请延长的日期（届满 ${late.daysBefore} 日前，${late.cite}）`,
      "expected.en": `the day the extension was asked for (${late.daysBefore} days before the end, ${late.cite})`,
      found: "—",
    });
  if (late !== null && requestedOn !== null && requestedOn > late.end)
    return refuse("condition-not-met", {
      condition: `期限届满（${late.end}）以后提请延长的，不予受理；提请日 ${requestedOn}`,
      "condition.en": `an extension asked for after the end (${late.end}) is not accepted; it was asked for on ${requestedOn}`,
      cite: late.cite,
    });
  return done({ ...state, extension: { by, document, on, requestedOn } });
}

function suspend({ state, due }: Clock, { ground, from, document }: Change<"suspend">, calendar: Calendar): Outcome<DeadlineState> {
  const grounds = calendar.rules.get(state.rule)?.suspension ?? [];
  if (!grounds.some((one) => one.ground === ground))
    return refuse("invalid-input", {
      place: "change.ground",
      expected: grounds.map(({ when }) => when.zh).join("、") || "该期间没有法定的不计入事由",
      "expected.en": grounds.map(({ when }) => when.en).join("; ") || "nothing: the law leaves no day of this period out",
      found: ground,
    });
  const last = state.suspensions.at(-1);
  if (last?.until === null) return refuse("wrong-state", { what: "deadline", state: "中止中", "state.en": "suspended" });
  const after = last === undefined || last.until === null || last.until < state.from ? state.from : last.until;
  if (from <= after || from > due)
    return refuse("invalid-input", {
      place: "change.from",
      expected: `期限之内的日期（${after} 之后，${due} 以前）`,
      "expected.en": `a day within the period (after ${after}, ${due} at the latest)`,
      found: from,
    });
  return done({ ...state, suspensions: [...state.suspensions, { ground, from, document, until: null, resumed: null }] });
}

function resume(state: DeadlineState, { until, document }: Change<"resume">): Outcome<DeadlineState> {
  const last = state.suspensions.at(-1);
  if (last === undefined || last.until !== null)
    return refuse("wrong-state", { what: "deadline", state: "未中止", "state.en": "not suspended" });
  if (until < last.from)
    return refuse("invalid-input", {
      place: "change.until",
      expected: `不早于中止日（${last.from}）`,
      "expected.en": `not before the suspension began (${last.from})`,
      found: until,
    });
  return done({ ...state, suspensions: [...state.suspensions.slice(0, -1), { ...last, until, resumed: document }] });
}
