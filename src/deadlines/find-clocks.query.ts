import type { Tx } from "#database/database.ts";
import { findClocksOfOffice, findDeadlinesOfCase } from "#deadlines/deadlines.store.ts";

/** Clocks of a case as other slices need them to judge a step: last day as it was told, and whether it still runs. */
export async function findClocksOfCase(
  tx: Tx,
  caseId: string,
): Promise<{ readonly id: string; readonly rule: string; readonly due: string; readonly open: boolean }[]> {
  const rows = await findDeadlinesOfCase(tx, caseId);
  return rows.map(({ id, state, due }) => ({ id, rule: state.rule, due, open: state.done === null }));
}

/** 在算的期限 of every case of an office (null: of every case the acting person sees), for the reconciliation of custody. */
export async function findRunningClocks(
  tx: Tx,
  officeCode: string | null,
): Promise<
  {
    readonly id: string;
    readonly caseId: string;
    readonly caseNumber: string;
    readonly caseTitle: string;
    readonly rule: string;
    readonly subject: string | null;
    readonly detained: boolean;
    readonly due: string;
    readonly suspended: boolean;
  }[]
> {
  const rows = await findClocksOfOffice(tx, officeCode);
  return rows.map(({ id, caseId, caseNumber, caseTitle, due, state: { rule, subject, detained, suspensions } }) => ({
    ...{ id, caseId, caseNumber, caseTitle },
    ...{ rule, subject, detained, due, suspended: suspensions.some(({ until }) => until === null) },
  }));
}
