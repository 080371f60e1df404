import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import type { RecordedLexiconEvent } from "#lexicons/fold-lexicon.ts";
import { LexiconEvent } from "#lexicons/lexicons.contract.ts";

/** Events of an office's lexicon, oldest first; up to `until` where a replay goes by what was then. */
export async function findLexiconEvents(tx: Tx, officeCode: string, until?: number): Promise<RecordedLexiconEvent[]> {
  const all = tx
    .selectFrom("lexicon_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.seq", "e.type", "e.data", "e.at", "p.id as person_id", "p.name"])
    .where("e.office_code", "=", officeCode);
  const rows = await (until === undefined ? all : all.where("e.seq", "<=", until)).orderBy("e.seq").execute();
  return rows.map(({ seq, type, data, at, person_id, name }) => ({
    seq,
    event: LexiconEvent.parse({ ...data, type }),
    person: { id: person_id, name },
    at,
  }));
}

/** Seq of the event that made the newest version; 0 while the office has none. */
export async function findLiveSeq(tx: Tx, officeCode: string): Promise<number> {
  const row = await tx
    .selectFrom("lexicon_events")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .where("office_code", "=", officeCode)
    .where("type", "in", ["published", "rolled-back"])
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Persons who work in the office, by name: whom a draft can be shown to. */
export async function findOfficePersons(tx: Tx, officeCode: string) {
  const persons = tx.selectFrom("persons").select(["id", "name", "roles"]);
  return persons.where("office_code", "=", officeCode).where("disabled_at", "is", null).orderBy("name").orderBy("id").execute();
}

/** Two changes of an office's lexicon come one after the other. */
export async function holdLexicon(tx: Tx, officeCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${officeCode}, 7242110))`.execute(tx);
}

type NewEvent = {
  readonly officeCode: string;
  readonly seq: number;
  readonly event: LexiconEvent;
  readonly by: string;
  readonly at: Date;
  readonly requestId: string;
};

export async function insertLexiconEvent(tx: Tx, { officeCode, seq, event, by, at, requestId }: NewEvent): Promise<void> {
  const { type, ...data } = event;
  await tx
    .insertInto("lexicon_events")
    .values({ office_code: officeCode, seq, type, data: JSON.stringify(data), person_id: by, at, request_id: requestId })
    .execute();
}
