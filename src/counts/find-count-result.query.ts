import { findCountRow } from "#counts/counts.store.ts";
import type { Tx } from "#database/database.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** Case, evidence and figures of a finished, visible count; undefined when there is none, it is not visible or not finished. */
export async function findCountResult(
  tx: Tx,
  countId: string,
): Promise<
  | {
      readonly caseId: string;
      readonly evidenceIds: readonly string[];
      readonly requestedBy: string;
      readonly requestedAt: Date;
      readonly result: CountResult;
    }
  | undefined
> {
  const row = await findCountRow(tx, countId, "none");
  if (row?.status !== "done") return undefined;
  return {
    caseId: row.case_id,
    evidenceIds: row.evidence_ids,
    requestedBy: row.requested_by_name,
    requestedAt: row.requested_at,
    result: CountResult.parse(row.result),
  };
}
