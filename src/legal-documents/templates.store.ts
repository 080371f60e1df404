import type { Tx } from "#database/database.ts";

/** The template of an office that is used for a kind now: its newest version; undefined where there is none or it went back to the standard. */
export async function findNewestTemplate(tx: Tx, officeCode: string, kind: string) {
  const row = await tx
    .selectFrom("legal_document_templates")
    .select(["id", "version", "name", "docx"])
    .where("office_code", "=", officeCode)
    .where("kind", "=", kind)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.docx === null ? undefined : { ...row, docx: row.docx };
}

/** A version of a template by its id; undefined when there is none. */
export async function findTemplate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("legal_document_templates")
    .select(["id", "kind", "office_code", "version", "name", "docx"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined || row.docx === null ? undefined : { ...row, docx: row.docx };
}

/** Kinds for which an office uses a template of its own now. */
export async function findTemplateKinds(tx: Tx, officeCode: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("legal_document_templates")
    .distinctOn("kind")
    .select(["kind", (eb) => eb("docx", "is not", null).as("own")])
    .where("office_code", "=", officeCode)
    .orderBy("kind")
    .orderBy("version", "desc")
    .execute();
  return new Set(rows.flatMap(({ kind, own }) => (own ? [kind] : [])));
}
