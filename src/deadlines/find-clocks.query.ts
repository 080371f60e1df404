import type { Tx } from "#database/database.ts";
import { findDeadlinesOfCase } from "#deadlines/deadlines.store.ts";

/** Clocks of a case as other slices need them to judge a step: last day as it was told, and whether it still runs. */
export async function findClocksOfCase(
  tx: Tx,
  caseId: string,
): Promise<{ readonly id: string; readonly rule: string; readonly due: string; readonly open: boolean }[]> {
  const rows = await findDeadlinesOfCase(tx, caseId);
  return rows.map(({ id, state, due }) => ({ id, rule: state.rule, due, open: state.done === null }));
}
