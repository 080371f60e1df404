import type { Tx } from "#database/database.ts";
import { stepsFrom } from "#procedures/procedure.ts";
import { tableOf } from "#procedures/procedure-parts.ts";
import type { ProcedureKind, ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { findClocks, findProcedureState } from "#procedures/procedures.store.ts";

/** What another slice needs to go with a procedure: whether a step may come now, whether it came before, and the clocks that steps started. */
export type StepStanding = {
  readonly caseId: string;
  readonly kind: ProcedureKind;
  readonly officeCode: string;
  readonly next: boolean;
  readonly taken: boolean;
  /** oldest first */
  readonly clocks: readonly { readonly rule: string; readonly deadlineId: string }[];
};

/** Undefined when there is no such procedure, or it is not visible. */
export async function findStepStanding(
  tx: Tx,
  tables: ProcedureTables,
  procedureId: string,
  step: string | null,
): Promise<StepStanding | undefined> {
  const state = await findProcedureState(tx, procedureId, "none");
  if (!state) return undefined;
  const { caseId, kind, officeCode } = state;
  return {
    ...{ caseId, kind, officeCode },
    next: stepsFrom(tableOf(tables, kind), state).some(({ id }) => id === step),
    taken: state.steps.some((one) => one.step === step),
    clocks: (await findClocks(tx, procedureId)).map(({ rule, deadline_id }) => ({ rule, deadlineId: deadline_id })),
  };
}
