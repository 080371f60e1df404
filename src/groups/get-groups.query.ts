import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import { findCountStatus } from "#counts/find-count-status.query.ts";
import type { Database } from "#database/database.ts";
import type { ProtectedGroups } from "#groups/groups.contract.ts";
import { tellGroups } from "#groups/tell-groups.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查阅特殊群体与规模 of a finished count: aggregates only, small cells hidden for everybody. */
export async function getGroups(database: Database, { actor, requestId }: Asking, countId: string): Promise<Outcome<ProtectedGroups>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const found = await findCountStatus(tx, countId);
    if (!found) return refuse("not-found", { what: "count" });
    const count = await findCountResult(tx, countId);
    const { zh, en } = STATUS_NAMES[found.status];
    if (!count) return refuse("wrong-state", { state: zh, "state.en": en });
    await appendEntry(tx, { event: { kind: "count-read", countId, part: "groups" }, actor, caseId: count.caseId, requestId });
    return done(tellGroups(count.result));
  });
}
