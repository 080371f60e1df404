import { z } from "zod";
import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { checkNeeds, type RunningClock } from "#procedures/check-needs.ts";
import { clocksOfStep, type StartedClock } from "#procedures/clocks-of-step.ts";
import { decideStep, evolve, fold, type ProcedureState, stepsFrom } from "#procedures/procedure.ts";
import { ProcedureKind, type ProcedureTable } from "#procedures/procedure-table.contract.ts";
import { FieldValues, type ProcedureEvent } from "#procedures/procedures.contract.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";

/** 步骤序列 steps as somebody wants to take them, in their order, to be checked without a server. */
export const StepSequence = z.strictObject({
  kind: ProcedureKind,
  openedOn: z.iso.date(),
  /** returns and other counted steps under another office before; they count towards the maximum numbers */
  continues: z.record(z.string(), z.number().int().min(0).max(9)).default({}),
  steps: z
    .array(
      z.strictObject({
        step: z.string(),
        on: z.iso.date(),
        fields: FieldValues.default({}),
        /** said by a person who read which clocks still run */
        closeWithOpenClocks: z.boolean().default(false),
      }),
    )
    .max(1000),
});
export type StepSequence = z.infer<typeof StepSequence>;

/** A clock with its last day by the calendar; `endedOn`: the day of the step that ended it. */
export type ReplayedClock = StartedClock & { readonly step: number; readonly due: string; readonly endedOn: string | null };
export type ReplayedStep = {
  readonly number: number;
  readonly step: string;
  readonly on: string;
  /** null: accepted */
  readonly refusal: Refusal | null;
  readonly started: readonly ReplayedClock[];
  /** rules whose clocks it ended */
  readonly ended: readonly string[];
  /** the state after it */
  readonly state: string;
};
export type Replay = {
  readonly steps: readonly ReplayedStep[];
  readonly state: ProcedureState;
  readonly clocks: readonly ReplayedClock[];
  /** what may come next, with the sentences of what still stands against it on `today` */
  readonly next: readonly { readonly step: ProcedureTable["steps"][number]; readonly open: ReturnType<typeof checkNeeds> }[];
};

/**
 * 推演 takes the steps of a sequence by the same table and the same rules as the server; a refused step changes nothing and the next is
 * tried. Pure. @param today steps after it (YYYY-MM-DD) are refused, as the server does
 */
export function replaySteps(table: ProcedureTable, calendar: Calendar, sequence: StepSequence, today: string): Replay {
  let state = fold([openedEvent(table, sequence)]);
  let clocks: ReplayedClock[] = [];
  const steps: ReplayedStep[] = [];
  const take = ({ step, on, fields, closeWithOpenClocks }: StepSequence["steps"][number], number: number) => {
    const action = { type: "take-step" as const, step, on, fields, note: null, closeWithOpenClocks };
    const decided = decideStep(table, state, action, { today, clocks: clocks.map((clock) => runningOf(clock, calendar)) });
    const refuseStep = (refusal: Refusal) => steps.push({ number, step, on, refusal, started: [], ended: [], state: state.state });
    if (!decided.ok) return void refuseStep(decided);
    const taken = table.steps.find(({ id }) => id === step);
    if (taken === undefined || decided.value.type !== "step-taken") throw new Error("a step that was decided is in the table");
    const begun = reckonClocks(clocksOfStep(taken, decided.value), number, calendar);
    if (!begun.ok) return void refuseStep(begun);
    const ended = new Set(clocks.filter(({ rule, endedOn }) => endedOn === null && taken.ends.includes(rule)).map(({ rule }) => rule));
    clocks = clocks.map((clock) => (clock.endedOn === null && ended.has(clock.rule) ? { ...clock, endedOn: on } : clock));
    clocks = [...clocks, ...begun.value];
    state = evolve(state, decided.value);
    steps.push({ number, step, on, refusal: null, started: begun.value, ended: [...ended], state: state.state });
  };
  for (const [at, step] of sequence.steps.entries()) take(step, at + 1);
  const running = clocks.map((clock) => runningOf(clock, calendar));
  const next = stepsFrom(table, state).map((step) => ({
    step,
    open: checkNeeds(step, state, { fields: null, on: today, clocks: running }),
  }));
  return { steps, state, clocks, next };
}

/** The last days of clocks that a step starts. @returns a refusal where a day of a field is no day of the calendar */
function reckonClocks(started: readonly StartedClock[], step: number, calendar: Calendar): Outcome<ReplayedClock[]> {
  const clocks: ReplayedClock[] = [];
  for (const clock of started) {
    const { rule, from, detained, urgent, ruling } = clock;
    const computed = computePeriod({ rule, from, detained, urgent, ruling, extend: 0 }, calendar, "zh");
    if (!computed.ok) {
      const { argument, expected, found } = computed;
      return refuse("invalid-input", { place: argument, expected: expected.zh, "expected.en": expected.en, found });
    }
    clocks.push({ ...clock, step, due: computed.answer.due, endedOn: null });
  }
  return done(clocks);
}

function runningOf({ rule, due, endedOn }: ReplayedClock, calendar: Calendar): RunningClock {
  const act = calendar.rules.get(rule)?.act;
  return { rule, due, open: endedOn === null, ...(act === undefined ? {} : { name: act }) };
}

/** Whose and which procedure it is does not matter to the table. */
function openedEvent({ kind, initial }: ProcedureTable, { openedOn, continues }: StepSequence): ProcedureEvent {
  const nobody = "00000000-0000-0000-0000-000000000000";
  const who = { caseId: nobody, officeCode: "000000", handler: nobody };
  return { type: "opened", kind, ...who, title: "", number: null, state: initial, on: openedOn, continues };
}
