import type { Step } from "#procedures/procedure-table.contract.ts";
import type { FieldValues } from "#procedures/procedures.contract.ts";

/** A clock that a step starts: its rule and what it starts from. */
export type StartedClock = {
  readonly rule: string;
  readonly from: string;
  readonly detained: boolean;
  readonly urgent: boolean;
  readonly ruling: boolean;
};

/** 起算的期限 the clocks that a step starts, given its day and what was filled in. Pure. */
export function clocksOfStep(step: Step, { on, fields }: { readonly on: string; readonly fields: FieldValues }): StartedClock[] {
  return step.starts
    .filter(({ when }) => when === undefined || fields[when.field] === when.is)
    .map(({ rule, from, detained, urgent, ruling }) => {
      const day = from === undefined ? on : fields[from];
      const said = (field: string | undefined) => field !== undefined && fields[field] === true;
      return { rule, from: typeof day === "string" ? day : on, detained: said(detained), urgent: said(urgent), ruling: said(ruling) };
    });
}
