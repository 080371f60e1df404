import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { PUBLISHED } from "#library/documents.store.ts";

export type OutdatedDocument = {
  readonly id: number;
  readonly name: string;
  readonly sourceId: string;
  readonly importId: string;
  readonly text: string;
};

/** How many published documents another model read. */
export async function countOutdated(tx: Tx, rules: number): Promise<number> {
  const row = await tx
    .selectFrom("library_documents")
    .select(sql<string>`count(*)`.as("many"))
    .where("holder", "=", PUBLISHED)
    .where("rules", "<>", rules)
    .executeTakeFirstOrThrow();
  return Number(row.many);
}

/** The next published documents that another model read, with their texts, by id behind `after`; their rows are held until the end. */
export async function takeOutdated(tx: Tx, rules: number, after: number, many: number): Promise<OutdatedDocument[]> {
  const rows = await tx
    .selectFrom("library_documents as d")
    .innerJoin("library_texts as t", "t.document", "d.id")
    .select(["d.id", "d.name", "d.source_id", "d.import_id", "t.text"])
    .where("d.holder", "=", PUBLISHED)
    .where("d.rules", "<>", rules)
    .where("d.id", ">", after)
    .orderBy("d.id")
    .limit(many)
    .forUpdate("d")
    .execute();
  return rows.map(({ id, name, source_id, import_id, text }) => {
    if (source_id === null || import_id === null) throw new Error(`the published document ${id} has no source or import`);
    return { id, name, sourceId: source_id, importId: import_id, text };
  });
}
