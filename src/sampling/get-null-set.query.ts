import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { findNullSet } from "#sampling/null-sets.store.ts";
import type { CaseNullSet } from "#sampling/sampling.contract.ts";

/** 查看阴性样本 one null set; row-level security shows it only to those who may see rows. */
export async function getNullSet(database: Database, { actor, requestId }: Asking, nullSetId: string): Promise<Outcome<CaseNullSet>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const nullSet = await findNullSet(tx, nullSetId);
    if (!nullSet) return refuse("not-found", { what: "null-set" });
    await appendEntry(tx, { event: { kind: "case-read", part: "null-sets" }, actor, caseId: nullSet.caseId, requestId });
    return done(nullSet);
  });
}
