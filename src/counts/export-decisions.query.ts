import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { DecisionExport } from "#counts/work-list.contract.ts";
import { findDecidedItems } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 导出认定 every decision in force on a count's items, the machine's finding beside the person's, by place: no value, no key. */
export async function exportDecisions(
  database: Database,
  asking: Asking,
  countId: string,
): Promise<Outcome<z.infer<typeof DecisionExport>>> {
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const opened = await openWorkList(tx, asking, countId, "read");
    if (!opened.ok) return opened;
    const items = await findDecidedItems(tx, countId);
    const decisions = items.flatMap(({ fingerprint, tier, machine, row, human }) =>
      human === null
        ? []
        : [
            {
              decision: human.decision,
              place: row.place,
              fingerprint,
              reason: human.reason,
              by: human.by,
              at: human.at,
              machine: { tier, ...machine },
            },
          ],
    );
    const event = { kind: "items-read" as const, countId, purpose: "export", state: "export", items: decisions.length };
    await appendEntry(tx, { event, actor: asking.actor, caseId: opened.value.caseId, requestId: asking.requestId });
    return done({ fingerprintKey: null, decisions });
  });
}
