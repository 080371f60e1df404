import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { AuditEntryList, FindAuditEntriesQuery } from "#audit/audit.contract.ts";
import { mayReadAudit } from "#audit/audit.policy.ts";
import { findCaseScope, findEntryRows } from "#audit/audit.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 查看留痕 entries, newest first: all for the auditor, those of their case for its members. Reading is itself an entry, of the case if one is named. */
export async function findEntries(
  database: Database,
  actor: Actor,
  requestId: string,
  query: z.infer<typeof FindAuditEntriesQuery>,
): Promise<Outcome<z.infer<typeof AuditEntryList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const scope = query.caseId === undefined ? "everything" : await findCaseScope(tx, query.caseId, actor.personId);
    const permitted = mayReadAudit(actor, scope);
    if (!permitted.ok) return permitted;
    const { items, total } = await findEntryRows(tx, query);
    await appendEntry(tx, {
      event: { kind: "audit-read", filters: filtersOf(query), found: total },
      actor,
      caseId: query.caseId ?? null,
      requestId,
    });
    return done({ items, total, page: query.page, size: query.size });
  });
}

function filtersOf({ caseId, personId, kind, page }: z.infer<typeof FindAuditEntriesQuery>): Record<string, string> {
  const given = { caseId, personId, kind, page: String(page) };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
