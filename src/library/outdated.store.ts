import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { holdSources, PUBLISHED } from "#library/documents.store.ts";

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

/**
 * The next published documents that another model read, with their texts, by id behind `after`; they are held until the end. `last`: behind which the next ones stand, null when
 * there are none. Who was renewed by another process in the meantime is not among them.
 */
export async function takeOutdated(
  tx: Tx,
  rules: number,
  after: number,
  many: number,
): Promise<{ readonly documents: OutdatedDocument[]; readonly last: number | null }> {
  const chosen = await tx
    .selectFrom("library_documents")
    .select(["id", "source_id"])
    .where("holder", "=", PUBLISHED)
    .where("rules", "<>", rules)
    .where("id", ">", after)
    .orderBy("id")
    .limit(many)
    .execute();
  const last = chosen.at(-1)?.id;
  if (last === undefined) return { documents: [], last: null };
  await holdSources(
    tx,
    chosen.flatMap(({ source_id }) => (source_id === null ? [] : [source_id])),
  );
  // looked at again once they are held: an import may have brought them, or another text, before
  const rows = await tx
    .selectFrom("library_documents as d")
    .innerJoin("library_texts as t", "t.document", "d.id")
    .select(["d.id", "d.name", "d.source_id", "d.import_id", "t.text"])
    .where("d.rules", "<>", rules)
    .where(
      "d.id",
      "in",
      chosen.map(({ id }) => id),
    )
    .orderBy("d.id")
    .execute();
  const documents = rows.map(({ id, name, source_id, import_id, text }) => {
    if (source_id === null || import_id === null) throw new Error(`the published document ${id} has no source or import`);
    return { id, name, sourceId: source_id, importId: import_id, text };
  });
  return { documents, last };
}
