import { checkNeeds, type RunningClock } from "#procedures/check-needs.ts";
import type { ProcedureKind, ProcedureTable, Step } from "#procedures/procedure-table.contract.ts";
import type { FieldValues, ProcedureAction, ProcedureEvent } from "#procedures/procedures.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 办案程序 one track of a case: the fold of its recorded events. */
export type ProcedureState = {
  readonly kind: ProcedureKind;
  readonly caseId: string;
  readonly officeCode: string;
  readonly handler: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: string;
  /** day of the last step, or of opening */
  readonly since: string;
  readonly openedOn: string;
  readonly version: number;
  readonly steps: readonly RecordedStep[];
  /** how often each step was taken before this procedure, by who had it then */
  readonly continues: Readonly<Record<string, number>>;
};

export type RecordedStep = {
  readonly step: string;
  readonly on: string;
  readonly fields: FieldValues;
  readonly note: string | null;
  readonly corrected: { readonly from: string; readonly reason: string } | null;
};

/** What `decideStep` cannot know by itself. */
export type StepContext = { readonly today: string; readonly clocks: readonly RunningClock[] };

type TakeStep = Extract<ProcedureAction, { type: "take-step" }>;
type CorrectStep = Extract<ProcedureAction, { type: "correct-step" }>;

/** Decides one step by the table: the event to record, or the refusal. Pure; who acts was judged before, by the policy. */
export function decideStep(table: ProcedureTable, state: ProcedureState, action: TakeStep, context: StepContext): Outcome<ProcedureEvent> {
  const step = table.steps.find(({ id }) => id === action.step);
  if (step === undefined) return wrong("action.step", "本程序表中的步骤", "a step of this procedure's table", action.step);
  if (!step.from.includes(state.state)) return wrongState(table, state, step);
  if (action.on < state.since || action.on > context.today) {
    const [zh, en] = [`${state.since}至${context.today}之间的日期`, `a day from ${state.since} to ${context.today}`];
    return wrong("action.on", zh, en, action.on);
  }
  const fields = checkFields(step, action.fields);
  if (!fields.ok) return fields;
  const [unmet] = checkNeeds(step, state, { fields: fields.value, on: action.on, clocks: context.clocks });
  if (unmet !== undefined)
    return refuse("condition-not-met", { condition: unmet.sentence.zh, "condition.en": unmet.sentence.en, cite: unmet.cite });
  const to = step.to ?? state.state;
  const running = table.states.find(({ id }) => id === to)?.final
    ? context.clocks.filter(({ open, rule }) => open && !step.ends.includes(rule))
    : [];
  if (running.length > 0 && !action.closeWithOpenClocks)
    return refuse("needs-confirmation", {
      what: `仍有未结期限（${running.map(({ rule, name, due }) => `${name?.zh ?? rule}，${due} 届满`).join("；")}）`,
      "what.en": `clocks still run (${running.map(({ rule, name, due }) => `${name?.en ?? rule}, last day ${due}`).join("; ")})`,
    });
  return done({ type: "step-taken", step: step.id, on: action.on, to, fields: fields.value, note: action.note });
}

/** Decides the correction of a step's day or fields: it stays between its neighbours, and what the table asks must still hold. */
export function decideCorrection(
  table: ProcedureTable,
  state: ProcedureState,
  action: CorrectStep,
  today: string,
): Outcome<ProcedureEvent> {
  const recorded = state.steps[action.step - 1];
  const step = table.steps.find(({ id }) => id === recorded?.step);
  if (recorded === undefined || step === undefined) return refuse("not-found", { what: "step" });
  const earliest = state.steps[action.step - 2]?.on ?? state.openedOn;
  const latest = state.steps[action.step]?.on ?? today;
  if (action.on < earliest || action.on > latest)
    return wrong(
      "action.on",
      `${earliest}至${latest}之间的日期（前后步骤之间）`,
      `a day from ${earliest} to ${latest}, between its neighbours`,
      action.on,
    );
  const fields = checkFields(step, { ...recorded.fields, ...action.fields });
  if (!fields.ok) return fields;
  return done({ type: "step-corrected", step: action.step, on: action.on, fields: fields.value, reason: action.reason });
}

/** Every step that starts in the present state, whether its conditions hold or not. */
export function stepsFrom(table: ProcedureTable, state: ProcedureState): readonly Step[] {
  return table.steps.filter(({ from }) => from.includes(state.state));
}

/** Folds one event into the state. @throws when the first event is not `opened` */
export function evolve(state: ProcedureState | null, event: ProcedureEvent): ProcedureState {
  if (event.type === "opened") {
    const { kind, caseId, officeCode, handler, title, number, continues } = event;
    const days = { since: event.on, openedOn: event.on };
    return { kind, caseId, officeCode, handler, title, number, state: event.state, ...days, version: 1, steps: [], continues };
  }
  if (state === null) throw new Error(`the first event of a procedure is "opened", found "${event.type}"`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case "step-taken": {
      const { step, on, fields, note } = event;
      return { ...next, state: event.to, since: on, steps: [...state.steps, { step, on, fields, note, corrected: null }] };
    }
    case "step-corrected": {
      const { on, fields, reason } = event;
      const at = event.step - 1;
      const steps = state.steps.map((one, index) => (index === at ? { ...one, on, fields, corrected: { from: one.on, reason } } : one));
      return { ...next, steps, since: steps.at(-1)?.on ?? state.openedOn };
    }
    case "handler-changed":
      return { ...next, handler: event.handler };
    default:
      return unreachable(event);
  }
}

/** The state after all events, oldest first. @throws when there is none */
export function fold(events: readonly ProcedureEvent[]): ProcedureState {
  const state = events.reduce<ProcedureState | null>(evolve, null);
  if (state === null) throw new Error("a procedure has at least the event that opened it");
  return state;
}

function checkFields(step: Step, given: FieldValues): Outcome<FieldValues> {
  const known = new Set(step.fields.map(({ id }) => id));
  const stray = Object.keys(given).find((name) => !known.has(name));
  if (stray !== undefined) return wrong(`action.fields.${stray}`, "本步骤的填写项", "a field of this step", stray);
  const values: FieldValues = {};
  for (const field of step.fields) {
    const value = given[field.id] ?? null;
    if (value === null || value === "") {
      if (field.required)
        return wrong(`action.fields.${field.id}`, `填写“${field.name.zh}”`, `"${field.name.en}" filled in`, "空 / nothing");
      values[field.id] = null;
      continue;
    }
    const { zh, en, fits } = SHAPES[field.kind];
    const chosen = field.choices === undefined || field.choices.some((choice) => choice.value === value);
    if (!fits(value) || !chosen) return wrong(`action.fields.${field.id}`, zh, en, String(value));
    values[field.id] = value;
  }
  return done(values);
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SHAPES = {
  text: { zh: "文字", en: "text", fits: (value: unknown) => typeof value === "string" },
  day: { zh: "日期（年-月-日）", en: "a day (YYYY-MM-DD)", fits: (value: unknown) => typeof value === "string" && DAY.test(value) },
  "yes-no": { zh: "是或者否", en: "yes or no", fits: (value: unknown) => typeof value === "boolean" },
  number: { zh: "非负数", en: "a number of nought or more", fits: (value: unknown) => typeof value === "number" && value >= 0 },
  choice: { zh: "所列选项之一", en: "one of the choices", fits: (value: unknown) => typeof value === "string" },
  office: {
    zh: "六位院代码",
    en: "an office code of six digits",
    fits: (value: unknown) => typeof value === "string" && /^\d{6}$/.test(value),
  },
} as const;

function wrongState({ states, steps }: ProcedureTable, { state }: ProcedureState, step: Step): Outcome<never> {
  const name = states.find(({ id }) => id === state)?.name ?? { zh: state, en: state };
  const open = steps.filter(({ from }) => from.includes(state));
  return refuse("wrong-step", {
    step: step.name.zh,
    "step.en": step.name.en,
    state: name.zh,
    "state.en": name.en,
    allowed: open.map((one) => one.name.zh).join("、") || "无",
    "allowed.en": open.map((one) => one.name.en).join(", ") || "nothing",
  });
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
