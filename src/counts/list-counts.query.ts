import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { CountList, FindCountsQuery } from "#counts/counts.contract.ts";
import { findCountRows, presentCount } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 计数目录 counts of one case, or everything that waits and runs in the cases one may see. */
export async function listCounts(
  database: Database,
  { actor, requestId }: Asking,
  query: z.infer<typeof FindCountsQuery>,
): Promise<Outcome<z.infer<typeof CountList>>> {
  const caseId = query.caseId ?? null;
  return database.transact({ as: "person", actor }, async (tx) => {
    if (caseId !== null && !(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = (await findCountRows(tx, { running: query.running === "true", caseId })).map(presentCount);
    const event =
      caseId === null
        ? {
            kind: "cases-searched" as const,
            queryHash: null,
            filters: { counts: query.running === "true" ? "running" : "all" },
            found: items.length,
          }
        : { kind: "case-read" as const, part: "counts" };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return done({ items });
  });
}
