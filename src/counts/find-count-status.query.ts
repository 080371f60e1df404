import type { CountStatus } from "#counts/counts.contract.ts";
import { findCountRow } from "#counts/counts.store.ts";
import type { Tx } from "#database/database.ts";

/** Case and status of a visible count; undefined when there is none or it is not visible. */
export async function findCountStatus(
  tx: Tx,
  countId: string,
): Promise<{ readonly caseId: string; readonly status: CountStatus } | undefined> {
  const row = await findCountRow(tx, countId, "none");
  return row && { caseId: row.case_id, status: row.status };
}
