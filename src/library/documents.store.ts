import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import type { LibraryEntry } from "#library/read-library-text.ts";

/** Holder of published documents; of a case document it is the code of the case's office. */
export const PUBLISHED = -1;

export type DocumentSource =
  | { readonly kind: "published"; readonly sourceId: string; readonly text: string; readonly importId: string }
  | { readonly kind: "case"; readonly caseId: string; readonly officeCode: string; readonly documentId: string };

/**
 * Enters a document, or renews the one with the same id when its text or the model changed. Its postings, its row and its text stand or fall together.
 * Answers `repeated` when there was nothing to do; how a document of a case is told (its name, its facts) follows its masking even so. Only the worker may.
 */
export async function putDocument(
  tx: Tx,
  name: string,
  source: DocumentSource,
  entry: LibraryEntry,
  now: Date,
): Promise<"entered" | "renewed" | "repeated"> {
  const holder = source.kind === "published" ? PUBLISHED : Number(source.officeCode);
  const known = await findKnown(tx, source);
  if (known && known.rules === entry.rules && known.fingerprint.equals(entry.fingerprint)) {
    const facts = JSON.stringify(entry.facts);
    if (source.kind === "case") await tx.updateTable("library_documents").set({ name, facts }).where("id", "=", known.id).execute();
    return "repeated";
  }
  const { fingerprint, likeness, rules, packed: profile } = entry;
  const content = {
    name,
    fingerprint,
    likeness,
    rules,
    profile,
    features: entry.postings.map(({ feature }) => feature),
    facts: JSON.stringify(entry.facts),
    entered_at: now,
  };
  if (known) {
    await sql`delete from library_postings where holder = ${holder} and feature = any (${known.features}::int[]) and document = ${known.id}`.execute(
      tx,
    );
    await tx.updateTable("library_documents").set(content).where("id", "=", known.id).execute();
    if (source.kind === "published")
      await tx.updateTable("library_texts").set({ text: source.text }).where("document", "=", known.id).execute();
    await insertPostings(tx, holder, known.id, entry);
    return "renewed";
  }
  const { id } = await tx
    .insertInto("library_documents")
    .values({
      holder,
      ...content,
      case_id: source.kind === "case" ? source.caseId : null,
      document_id: source.kind === "case" ? source.documentId : null,
      source_id: source.kind === "published" ? source.sourceId : null,
      import_id: source.kind === "published" ? source.importId : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (source.kind === "published") await tx.insertInto("library_texts").values({ document: id, text: source.text }).execute();
  await insertPostings(tx, holder, id, entry);
  await sql`
    insert into library_totals (holder, documents) values (${holder}, 1)
    on conflict (holder) do update set documents = library_totals.documents + 1`.execute(tx);
  return "entered";
}

/**
 * Holds published judgments by their ids until the end, also those that are not there yet, in one order for everybody: imports and renewals that meet wait for each other
 * and never in a circle, and a judgment that two bring at once is entered by one of them. To be asked for before the first is put.
 */
export async function holdSources(tx: Tx, sourceIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(k) from (
      select distinct hashtextextended(s, 7242107) as k from unnest(${[...sourceIds]}::text[]) as s order by k offset 0) as keys`.execute(
    tx,
  );
}

/** The row is held: two that renew the same document at once would leave postings of both. */
async function findKnown(tx: Tx, source: DocumentSource) {
  const rows = tx.selectFrom("library_documents").select(["id", "fingerprint", "features", "rules"]).forUpdate();
  return source.kind === "published"
    ? rows.where("holder", "=", PUBLISHED).where("source_id", "=", source.sourceId).executeTakeFirst()
    : rows.where("document_id", "=", source.documentId).executeTakeFirst();
}

async function insertPostings(tx: Tx, holder: number, id: number, { postings }: LibraryEntry): Promise<void> {
  await sql`
    insert into library_postings (holder, feature, impact, document)
    select ${holder}::int, feature, impact, ${id}::int
    from unnest(${postings.map(({ feature }) => feature)}::int[], ${postings.map(({ impact }) => impact)}::smallint[]) as p (feature, impact)`.execute(
    tx,
  );
}

/** Documents the acting person may see: published ones, and those of cases whose rows they may see. */
export async function countHeld(tx: Tx): Promise<{ readonly published: number; readonly own: number }> {
  const answer = await sql<{ published: number; own: number }>`
    select coalesce((select documents from library_totals where holder = -1), 0) as published,
      coalesce((select documents from library_totals where holder = library_office()), 0)
        + (select count(*) from library_documents where case_id in (select library_cases()) and holder is distinct from library_office())::int as own`.execute(
    tx,
  );
  const [row] = answer.rows;
  return { published: row?.published ?? 0, own: row?.own ?? 0 };
}

const shown = (tx: Tx) =>
  tx
    .selectFrom("library_documents as d")
    .leftJoin("cases as c", "c.id", "d.case_id")
    .select([
      "d.id",
      "d.name",
      "d.holder",
      "d.case_id",
      "d.document_id",
      "d.source_id",
      "d.fingerprint",
      "d.likeness",
      "d.facts",
      "d.rules",
    ])
    .select(["d.entered_at", "c.number as case_number"]);

/** The documents with these ids that are visible, in no order. */
export async function findDocumentRows(tx: Tx, ids: readonly number[]) {
  return ids.length === 0
    ? []
    : shown(tx)
        .where("d.id", "in", [...ids])
        .execute();
}
export type DocumentRow = Awaited<ReturnType<typeof findDocumentRows>>[number];

/** One document with its profile, by its number or by that of the case document; undefined when it is not visible or not entered. */
export async function findDocument(tx: Tx, by: { readonly id: number } | { readonly caseDocumentId: string }) {
  const rows = shown(tx).select("d.profile");
  return "id" in by
    ? rows.where("d.id", "=", by.id).executeTakeFirst()
    : rows.where("d.document_id", "=", by.caseDocumentId).executeTakeFirst();
}

/** The text of a published document. */
export async function findText(tx: Tx, id: number): Promise<string | null> {
  return (await tx.selectFrom("library_texts").select("text").where("document", "=", id).executeTakeFirst())?.text ?? null;
}

/** Documents of visible cases, the newest first; `words` in the name or the number of the case. */
export async function findOwn(tx: Tx, words: string | undefined, limit: number) {
  const rows = tx
    .selectFrom("library_documents as d")
    .innerJoin("cases as c", "c.id", "d.case_id")
    .select(["d.id", "d.name", "c.number as case_number", "d.entered_at"])
    .where(sql<boolean>`(d.holder = library_office() or d.case_id in (select library_cases()))`);
  const like = `%${(words ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const chosen = words ? rows.where((eb) => eb.or([eb("d.name", "like", like), eb("c.number", "like", like)])) : rows;
  return chosen.orderBy("d.entered_at", "desc").orderBy("d.id", "desc").limit(limit).execute();
}
