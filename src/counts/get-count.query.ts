import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Count } from "#counts/counts.contract.ts";
import { findCountRow, presentCount } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** 查看计数 a count with its figures when it is done, the groups among them as they were counted: the route leaves them out. */
export async function getCount(
  database: Database,
  { actor, requestId }: Asking,
  countId: string,
): Promise<Outcome<Count & { result: CountResult | null }>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const row = await findCountRow(tx, countId, "none");
    if (!row) return refuse("not-found", { what: "count" });
    await appendEntry(tx, { event: { kind: "count-read", countId, part: "figures" }, actor, caseId: row.case_id, requestId });
    return done({ ...presentCount(row), result: row.result === null ? null : CountResult.parse(row.result) });
  });
}
