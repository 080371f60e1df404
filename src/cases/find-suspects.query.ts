import { findSuspectRows } from "#cases/cases.store.ts";
import type { Tx } from "#database/database.ts";

/** 犯罪嫌疑人、被告人 the natural persons of the given cases whom a compulsory measure can hold, as far as the acting person sees the cases. */
export async function findSuspects(
  tx: Tx,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: string; readonly id: string; readonly name: string }[]> {
  if (caseIds.length === 0) return [];
  const rows = await findSuspectRows(tx, caseIds);
  return rows.map(({ case_id, id, name }) => ({ caseId: case_id, id, name }));
}
