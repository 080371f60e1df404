import { findCountRows } from "#counts/counts.store.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Tx } from "#database/database.ts";

/** Figures of the last finished count of a visible case; undefined when none has finished. */
export async function findLastCount(tx: Tx, caseId: string): ReturnType<typeof findCountResult> {
  const [last] = (await findCountRows(tx, { running: false, caseId }))
    .filter(({ status }) => status === "done")
    .sort((one, other) => other.requested_at.getTime() - one.requested_at.getTime());
  return last === undefined ? undefined : findCountResult(tx, last.id);
}
