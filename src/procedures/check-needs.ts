import type { Step, StepNeed } from "#procedures/procedure-table.contract.ts";
import type { FieldValues } from "#procedures/procedures.contract.ts";

type Words = { readonly zh: string; readonly en: string };
/** A clock of the procedure: its rule, what is to be done by its last day, that day, whether it still runs. */
export type RunningClock = { readonly rule: string; readonly name?: Words; readonly due: string; readonly open: boolean };

type History = {
  readonly steps: readonly { readonly step: string }[];
  readonly continues: Readonly<Record<string, number>>;
};

/** What the step is asked with; `fields: null` asks only what does not depend on them (before the form is filled in). */
type Asked = { readonly fields: FieldValues | null; readonly on: string; readonly clocks: readonly RunningClock[] };

/** The conditions of a step that do not hold, in the table's order. Pure. */
export function checkNeeds(step: Step, history: History, asked: Asked): StepNeed[] {
  return step.needs.filter((need) => !holds(need, history, asked));
}

function holds(need: StepNeed, { steps, continues }: History, { fields, on, clocks }: Asked): boolean {
  switch (need.kind) {
    case "fewer-than":
      return steps.filter(({ step }) => step === need.step).length + (continues[need.step] ?? 0) < need.times;
    case "taken":
      return after(steps, need.sinceLast).some(({ step }) => need.anyOf.includes(step));
    case "not-taken":
      return !after(steps, need.sinceLast).some(({ step }) => need.steps.includes(step));
    case "field-is":
      return fields === null || fields[need.field] === need.value;
    case "field-at-least": {
      const value = fields?.[need.field];
      return fields === null || (typeof value === "number" && value >= need.atLeast);
    }
    case "clock-over": {
      const clock = clocks.findLast(({ rule }) => rule === need.rule);
      return clock !== undefined && clock.due < on;
    }
    case "clock-running": {
      const clock = clocks.findLast(({ rule, open }) => rule === need.rule && open);
      return clock !== undefined && clock.due >= on;
    }
    default:
      return unreachable(need);
  }
}

/** Steps after the last time `step` was taken; all where it never was. */
function after<S extends { readonly step: string }>(steps: readonly S[], step: string | undefined): readonly S[] {
  if (step === undefined) return steps;
  return steps.slice(steps.findLastIndex((one) => one.step === step) + 1);
}

function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
