import type { Actor } from "#access/access.contract.ts";
import { AuditEvent } from "#audit/audit.contract.ts";
import type { Tx } from "#database/database.ts";

/** One entry to be written: what happened, by whom (null: the worker or nobody yet), about which case, in which request. */
export type NewAuditEntry = {
  readonly event: AuditEvent;
  readonly actor: Actor | null;
  readonly caseId: string | null;
  readonly requestId: string;
};

/**
 * Appends one entry to the audit chain inside the caller's transaction, so that the change and its entry stand or fall together.
 * The database numbers and chains it under one lock that is held until the end of the transaction: append last, after the rows are
 * changed, or two writers can wait for each other. Fields that the event's contract does not know are dropped before storing.
 * @throws ZodError when the event does not fit its contract (a bug of the caller)
 */
export async function appendEntry(tx: Tx, entry: NewAuditEntry): Promise<void> {
  const { kind, ...data } = AuditEvent.parse(entry.event);
  await tx
    .insertInto("audit_entries")
    .values({
      kind,
      data: JSON.stringify(data),
      person_id: entry.actor?.personId ?? null,
      office_code: entry.actor?.officeCode ?? null,
      case_id: entry.caseId,
      request_id: entry.requestId,
    })
    .execute();
}
