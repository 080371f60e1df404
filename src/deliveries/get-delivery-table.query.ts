import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { DeliveryTable } from "#deliveries/deliveries.contract.ts";
import { findDeliveryTable } from "#deliveries/deliveries.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查看流转表 one table of deliveries; row-level security shows it only to those who may see rows. */
export async function getDeliveryTable(database: Database, { actor, requestId }: Asking, id: string): Promise<Outcome<DeliveryTable>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const table = await findDeliveryTable(tx, id);
    if (!table) return refuse("not-found", { what: "delivery-table" });
    await appendEntry(tx, { event: { kind: "case-read", part: "deliveries" }, actor, caseId: table.caseId, requestId });
    return done(table);
  });
}
