import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { DeliveryTableList } from "#deliveries/deliveries.contract.ts";
import { findDeliveryTables } from "#deliveries/deliveries.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 流转表目录 tables of deliveries of a case; they name recipients, so they are for those who may see rows. */
export async function listDeliveries(
  database: Database,
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof DeliveryTableList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const items = await findDeliveryTables(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "deliveries" }, actor, caseId, requestId });
    return done({ items });
  });
}
