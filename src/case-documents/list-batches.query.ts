import { appendEntry } from "#audit/append-entry.command.ts";
import type { DocumentBatchList } from "#case-documents/batches.contract.ts";
import { describeBatches } from "#case-documents/describe-batch.query.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 成批文书 the batches of a case, how far each has come and what of it was refused. */
export async function listBatches(database: Database, asking: Asking, caseId: string): Promise<Outcome<DocumentBatchList>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const items = await describeBatches(tx, { caseId });
    const event = { kind: "work-read" as const, thing: "document-batch", filters: {}, found: items.length };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return done({ items });
  });
}
