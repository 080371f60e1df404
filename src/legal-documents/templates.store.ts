import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#database/database.ts";

/** The template of an office that is used for a kind now: its newest version; undefined where there is none or it went back to the standard. */
export async function findNewestTemplate(tx: Tx, officeCode: string, kind: string) {
  const row = await tx
    .selectFrom("legal_document_templates")
    .select(["id", "kind", "office_code", "version", "name", "docx", "fields"])
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
    .select(["id", "kind", "office_code", "version", "name", "docx", "fields"])
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

/** Every version of a kind's template in an office, newest first, without the bytes. */
export async function findTemplateVersions(tx: Tx, officeCode: string, kind: string) {
  return tx
    .selectFrom("legal_document_templates as t")
    .innerJoin("persons as p", "p.id", "t.uploaded_by")
    .select(["t.id", "t.version", "t.name", "t.fields", "t.uploaded_at", "p.name as by", (eb) => eb("t.docx", "is", null).as("standard")])
    .where("t.office_code", "=", officeCode)
    .where("t.kind", "=", kind)
    .orderBy("t.version", "desc")
    .execute();
}

type NewTemplate = {
  readonly id: string;
  readonly officeCode: string;
  readonly kind: string;
  readonly name: string;
  readonly docx: Buffer | null;
  readonly fields: readonly string[];
  readonly by: string;
  readonly at: Date;
};

/** Keeps one more version and answers which; two at once wait for each other. */
export async function insertTemplate(tx: Tx, { id, officeCode, kind, name, docx, fields, by, at }: NewTemplate): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${officeCode} ${kind}`}, 7242081))`.execute(tx);
  const version = ((await findTemplateVersions(tx, officeCode, kind))[0]?.version ?? 0) + 1;
  const sha256 = docx === null ? null : createHash("sha256").update(docx).digest();
  const row = { id, office_code: officeCode, kind, version, name, docx, sha256, fields: [...fields], uploaded_by: by, uploaded_at: at };
  await tx.insertInto("legal_document_templates").values(row).execute();
  return version;
}
