import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findContactRows } from "#cross-checks/contacts.store.ts";
import type { Contact, ContactList, ContactSummary, FindContactsQuery } from "#cross-checks/cross-checks.contract.ts";
import { describeContact, presentContact, readWords } from "#cross-checks/describe-contact.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 联系请求 contacts the person's office asked for or was asked for, the last changed first. */
export async function listContacts(
  database: Database,
  { actor, now, requestId }: Asking,
  { side, size }: FindContactsQuery,
): Promise<Outcome<ContactList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const today = officeDay(now);
    const items: ContactSummary[] = [];
    for (const row of await findContactRows(tx, actor.officeCode, { side, most: size })) {
      const { received } = row.status === "agreed" ? await readWords(tx, row, today) : { received: null };
      items.push(presentContact(row, received, today));
    }
    const filters: Record<string, string> = side === undefined ? {} : { side };
    await appendEntry(tx, {
      event: { kind: "work-read", thing: "clue-contact", filters, found: items.length },
      actor,
      caseId: null,
      requestId,
    });
    return done({ items });
  });
}

/** 一件联系 */
export async function getContact(database: Database, asking: Asking, id: string): Promise<Outcome<Contact>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const contact = await describeContact(tx, asking, id);
    if (!contact) return refuse("not-found", { what: "contact" });
    const filters: Record<string, string> = { received: String(contact.received !== null) };
    await appendEntry(tx, { event: { kind: "work-read", thing: "clue-contact", filters, found: 1 }, actor, caseId: null, requestId });
    return done(contact);
  });
}
