import { sql } from "kysely";
import { z } from "zod";
import type { ContactState } from "#cross-checks/contact.ts";
import { type AskContactRequest, ContactEvent, type ContactSide, ContactWords, TraitCount } from "#cross-checks/cross-checks.contract.ts";
import { MOST_MATTERS } from "#cross-checks/trait-kinds.data.ts";
import type { Tx } from "#database/database.ts";

/** Opens a contact; the database finds the other side, this program never learns it. */
export async function insertContact(
  tx: Tx,
  id: string,
  clueId: string,
  { hit, purpose, until }: AskContactRequest,
  now: Date,
): Promise<"asked" | "no-hit" | "open"> {
  const { rows } = await sql<{
    answer: string;
  }>`select ask_contact(${id}::uuid, ${clueId}::uuid, ${hit}::uuid, ${MOST_MATTERS}, ${purpose}, ${until}::date, ${now}) as answer`.execute(
    tx,
  );
  return z.enum(["asked", "no-hit", "open"]).parse(rows[0]?.answer);
}

type Act = {
  readonly contactId: string;
  readonly version: number;
  readonly side: ContactSide;
  readonly event: ContactEvent;
  readonly words: ContactWords;
};

/** Records one act: what both sides may know, and apart from it who did it and why. */
export async function insertContactEvent(
  tx: Tx,
  { contactId, version, side, event, words }: Act,
  by: { personId: string; at: Date; requestId: string },
): Promise<void> {
  const { type, ...data } = ContactEvent.parse(event);
  await tx
    .insertInto("clue_contact_events")
    .values({ contact_id: contactId, version, side, type, data: JSON.stringify(data), at: by.at, request_id: by.requestId })
    .execute();
  await tx
    .insertInto("clue_contact_words")
    .values({ contact_id: contactId, version, side, person_id: by.personId, data: JSON.stringify(ContactWords.parse(words)) })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectContact(tx: Tx, id: string, { status, until, version }: ContactState, now: Date): Promise<void> {
  await tx.updateTable("clue_contacts").set({ status, until, version, updated_at: now }).where("id", "=", id).execute();
}

/** Events of a contact, oldest first, with name and words of whoever did it where they may be read. */
export async function findContactEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("clue_contact_events as e")
    .leftJoin("clue_contact_words as w", (join) => join.onRef("w.contact_id", "=", "e.contact_id").onRef("w.version", "=", "e.version"))
    .leftJoin("persons as p", "p.id", "w.person_id")
    .select(["e.version", "e.side", "e.type", "e.data", "e.at", "w.data as words", "p.name as by"])
    .where("e.contact_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, side, type, data, at, words, by }) => ({
    version,
    side,
    at,
    by,
    event: ContactEvent.parse({ ...data, type }),
    words: words === null ? null : ContactWords.parse(words),
  }));
}

/** Locks a contact until the end of the transaction; false when there is none or it is not visible. */
export async function holdContact(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom("clue_contacts").select("id").where("id", "=", id).forUpdate().executeTakeFirst()) !== undefined;
}

/** Visible contacts with the side of them that is the person's: of their own office, else one below. */
export async function findContactRows(
  tx: Tx,
  officeCode: string,
  chosen: { readonly id: string } | { readonly side: ContactSide | undefined; readonly most: number },
) {
  let rows = tx
    .selectFrom("clue_contacts as k")
    .innerJoin("clue_contact_sides as s", "s.contact_id", "k.id")
    .leftJoin("clues as q", "q.id", "s.clue_id")
    .selectAll("k")
    .select(["s.side", "s.office_code", "s.clue_id", "q.title", "q.case_id"]);
  if ("id" in chosen) rows = rows.where("k.id", "=", chosen.id);
  else {
    rows = rows.where("s.office_code", "=", officeCode).limit(chosen.most);
    if (chosen.side !== undefined) rows = rows.where("s.side", "=", chosen.side);
  }
  const found = await rows
    .orderBy(sql<boolean>`s.office_code = ${officeCode}`, "desc")
    .orderBy("k.updated_at", "desc")
    .orderBy("k.id")
    .orderBy("s.side")
    .execute();
  return found.map(({ traits, ...row }) => ({ ...row, traits: TraitCount.array().parse(traits) }));
}

export type ContactRow = Awaited<ReturnType<typeof findContactRows>>[number];
