import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { FindItemsQuery, WorkItemList } from "#counts/work-list.contract.ts";
import { findItemRows } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 待核实条目 the next items of a count's work-list, masked, in the order of the evidence. */
export async function findItems(
  database: Database,
  asking: Asking,
  countId: string,
  query: z.infer<typeof FindItemsQuery>,
): Promise<Outcome<z.infer<typeof WorkItemList>>> {
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const opened = await openWorkList(tx, asking, countId, "read");
    if (!opened.ok) return opened;
    const { caseId, result } = opened.value;
    const items = await findItemRows(tx, countId, query);
    const progress = await findWorkList(tx, countId, result);
    const event = { kind: "items-read" as const, countId, purpose: "verification", state: query.state, items: items.length };
    await appendEntry(tx, { event, actor: asking.actor, caseId, requestId: asking.requestId });
    return done({ items, progress });
  });
}
