import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";

/** Raised with each rule of masking or comparing that what is kept already must follow: 1 = names hidden in titles, summaries and answers; fingerprints of documents. */
export const MEND_VERSION = 1;

type Outcome =
  | { readonly outcome: "new" | "mended" }
  | { readonly outcome: "unread"; readonly problem: { readonly zh: string; readonly en: string } };

/** How many documents have a reading that older rules made. */
export async function countToMend(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    many: string;
  }>`select count(distinct r.document_id) as many from document_readings r where ${unmended()}`.execute(tx);
  return Number(rows[0]?.many ?? 0);
}

/** The next document behind `after` with readings that older rules made, and these readings. */
export async function findToMend(tx: Tx, after: string) {
  const { rows } = await sql<{ document_id: string }>`
    select r.document_id from document_readings r where r.document_id > ${after}::uuid and ${unmended()} order by r.document_id limit 1`.execute(
    tx,
  );
  const documentId = rows[0]?.document_id;
  if (documentId === undefined) return null;
  const document = await tx
    .selectFrom("case_documents as d")
    .innerJoin("evidence_items as e", "e.id", "d.evidence_id")
    .innerJoin("cases as c", "c.id", "d.case_id")
    .select(["d.case_id", "d.evidence_id", "d.part", "d.part_name", "d.part_from", "d.part_to", "e.path", "c.office_code"])
    .where("d.id", "=", documentId)
    .executeTakeFirstOrThrow();
  const { case_id: caseId, evidence_id: evidenceId, path, office_code: officeCode, part_from: from, part_to: to } = document;
  const place = from === null || to === null ? null : { from: Number(from), to: Number(to) };
  const part = document.part === 0 ? null : { part: document.part, place };
  return { documentId, caseId, evidenceId, officeCode, name: document.part_name ?? path, part };
}
export type ToMend = NonNullable<Awaited<ReturnType<typeof findToMend>>>;

/** Readings of a document that are to be mended, held, with what they found. */
export async function holdToMend(tx: Tx, documentId: string) {
  const { rows } = await sql<{ id: string; result: unknown }>`
    select r.id, r.result from document_readings r where r.document_id = ${documentId}::uuid and ${unmended()} order by r.number for update of r`.execute(
    tx,
  );
  return rows;
}

function unmended() {
  return sql`r.status = 'done' and not exists (select 1 from reading_mends m where m.reading_id = r.id and m.version >= ${MEND_VERSION})`;
}

type Read = { readonly documentId: string; readonly caseId: string };

/** Notes that these readings are as the rules want them, or cannot be made so. */
export async function insertMends(
  tx: Tx,
  readings: readonly string[],
  { documentId, caseId }: Read,
  end: Outcome,
  now: Date,
): Promise<void> {
  if (readings.length === 0) return;
  const about = { version: MEND_VERSION, document_id: documentId, case_id: caseId, outcome: end.outcome, mended_at: now };
  const problem = end.outcome === "unread" ? storable(end.problem) : null;
  await tx
    .insertInto("reading_mends")
    .values(readings.map((reading_id) => ({ reading_id, problem, ...about })))
    .execute();
}

/** Clues that a document prompted, and the parts they were split into, held in the order of their ids. */
export async function holdCluesOf(tx: Tx, documentId: string) {
  const { rows } = await sql<{ id: string; title: string; prompted: boolean }>`
    with recursive told as (
      select clue_id as id, true as prompted from document_prompts where document_id = ${documentId}::uuid
      union select c.id, false from clues c join told t on c.split_from = t.id
    )
    select c.id, c.title, t.prompted from clues c join told t on t.id = c.id order by c.id for update of c`.execute(tx);
  return rows;
}

export async function findWordsOf(tx: Tx, clues: readonly string[], documentId: string) {
  const ids = [...clues];
  const facts = await tx.selectFrom("document_fact_events").select(["seq", "fact_key"]).where("document_id", "=", documentId).execute();
  if (ids.length === 0) return { facts, events: [], rules: [], contacts: [] };
  const events = await tx.selectFrom("clue_events").select(["clue_id", "version", "data"]).where("clue_id", "in", ids).execute();
  const rules = await tx
    .selectFrom("clue_rules")
    .select(["clue_id", "rule", "term"])
    .where("clue_id", "in", ids)
    .where("term", "is not", null)
    .execute();
  const contacts = await sql<{
    contact_id: string;
    version: number;
    data: unknown;
  }>`select * from words_of_contacts(${ids}::uuid[])`.execute(tx);
  return { facts, events, rules, contacts: contacts.rows };
}

/** Puts masked words in the place of plain ones; the database refuses whatever is more than masking. */
export const maskStored = {
  reading: (tx: Tx, id: string, masked: unknown) => sql`select mask_reading(${id}::uuid, ${JSON.stringify(masked)}::jsonb)`.execute(tx),
  fact: (tx: Tx, document: string, seq: number, key: string) =>
    sql`select mask_fact_event(${document}::uuid, ${seq}::int, ${key})`.execute(tx),
  event: (tx: Tx, clue: string, version: number, masked: unknown) =>
    sql`select mask_clue_event(${clue}::uuid, ${version}::int, ${JSON.stringify(masked)}::jsonb)`.execute(tx),
  rule: (tx: Tx, clue: string, rule: string, term: string) => sql`select mask_clue_rule(${clue}::uuid, ${rule}, ${term})`.execute(tx),
  contact: (tx: Tx, contact: string, version: number, masked: unknown) =>
    sql`select mask_contact_words(${contact}::uuid, ${version}::int, ${JSON.stringify(masked)}::jsonb)`.execute(tx),
  title: (tx: Tx, clue: string, title: string) =>
    tx.updateTable("clues").set({ title }).where("id", "=", clue).where("title", "<>", title).execute(),
} as const;
