import type { Tx } from "#database/database.ts";
import { findItems } from "#evidence/evidence.store.ts";

/** Ids, lengths in bytes and paths of the evidence of a visible case, in the order of its paths. */
export async function findEvidenceOfCase(
  tx: Tx,
  caseId: string,
): Promise<{ readonly id: string; readonly bytes: number; readonly path: string }[]> {
  return (await findItems(tx, caseId)).map(({ id, bytes, path }) => ({ id, bytes, path }));
}
