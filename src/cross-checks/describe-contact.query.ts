import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { actionsOf, fold, statusOn } from "#cross-checks/contact.ts";
import { type ContactRow, findContactEvents, findContactRows } from "#cross-checks/contacts.store.ts";
import type { Contact, ContactSummary, Disclosed } from "#cross-checks/cross-checks.contract.ts";
import { tellContactEvent } from "#cross-checks/tell-contact.ts";
import type { Tx } from "#database/database.ts";

/** The contact as this person's side sees it now; undefined when there is none or it is not visible. */
export async function describeContact(tx: Tx, { actor, now }: Asking, id: string): Promise<Contact | undefined> {
  const [row] = await findContactRows(tx, actor.officeCode, { id });
  if (!row) return undefined;
  const today = officeDay(now);
  const { events, shown, received } = await readWords(tx, row, today);
  const state = fold(events.map(({ event }) => event));
  return {
    ...presentContact(row, received, today),
    version: state.version,
    shown,
    received,
    history: events.map(({ version, at, side, by, event, words }) => {
      // Names and reasons of the other side come and go with the consent, whatever the database would let through.
      const readable = side === row.side || received !== null;
      return {
        version,
        at: at.toISOString(),
        side,
        by: readable ? by : null,
        sentence: tellContactEvent(event),
        reason: readable ? (words?.reason ?? null) : null,
      };
    }),
    can: canHandleContact(actor, row.office_code).allowed ? actionsOf(state, row.side, today) : [],
  };
}

/** The fields of a summary that go out. */
export function presentContact(row: ContactRow, received: Disclosed | null, today: string): ContactSummary {
  return {
    id: row.id,
    side: row.side,
    status: statusOn(row, today),
    purpose: row.purpose,
    traits: row.traits,
    askingLevel: row.asking_level,
    until: row.until,
    askedAt: row.asked_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    clue: row.title === null ? null : { id: row.clue_id, title: row.title },
    other: received?.office ?? null,
  };
}

/** Events with what this side shows and, while both agree on this day, what the other shows. */
export async function readWords(tx: Tx, row: ContactRow, today: string) {
  const events = await findContactEvents(tx, row.id);
  const of = (own: boolean) =>
    events.findLast(({ side, words }) => (side === row.side) === own && words?.disclosed)?.words?.disclosed ?? null;
  return { events, shown: of(true), received: statusOn(row, today) === "agreed" ? of(false) : null };
}
