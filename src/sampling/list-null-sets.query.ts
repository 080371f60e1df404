import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { findNullSets } from "#sampling/null-sets.store.ts";
import type { CaseNullSetList } from "#sampling/sampling.contract.ts";

/** 阴性样本目录 null sets of a case with their lines, masked; for those who may see rows. */
export async function listNullSets(
  database: Database,
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof CaseNullSetList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const items = await findNullSets(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "null-sets" }, actor, caseId, requestId });
    return done({ items });
  });
}
