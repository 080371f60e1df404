import type { Tx } from "#database/database.ts";
import { findDeliveryTable } from "#deliveries/deliveries.store.ts";
import type { ItemSet } from "#statutes/statutes.contract.ts";

/** Case, name and sets of a visible table of deliveries as an assessment takes them; undefined when there is none or it is not visible. */
export async function findDeliveryFacts(
  tx: Tx,
  id: string,
): Promise<{ readonly caseId: string; readonly name: string; readonly sets: ItemSet[] } | undefined> {
  const table = await findDeliveryTable(tx, id);
  return table && { caseId: table.caseId, name: table.name, sets: table.count.facts };
}
