import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import { measureRules } from "#counts/measure-rules.ts";
import { openWorkList } from "#counts/open-work-list.ts";
import type { WorkListReport } from "#counts/work-list.contract.ts";
import { findHeldDecisions } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 核实进度 how far a count's items are decided, whether it is proved, and how often each rule was right in this case. */
export async function getWorkList(database: Database, asking: Asking, countId: string): Promise<Outcome<z.infer<typeof WorkListReport>>> {
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const opened = await openWorkList(tx, asking, countId, "read");
    if (!opened.ok) return opened;
    const { caseId, result } = opened.value;
    const progress = await findWorkList(tx, countId, result);
    const rules = measureRules(await findHeldDecisions(tx, caseId));
    await appendEntry(tx, {
      event: { kind: "count-read", countId, part: "work-list" },
      actor: asking.actor,
      caseId,
      requestId: asking.requestId,
    });
    return done({ progress, rules });
  });
}
