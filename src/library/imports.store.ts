import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { ImportProblem, type ImportStatus, type LibraryImport } from "#library/library.contract.ts";

/** The first of the lines that were no document are named; the rest are counted. */
export const MOST_PROBLEMS = 20;

export type ImportFigures = {
  readonly lines: number;
  readonly entered: number;
  readonly repeated: number;
  readonly refused: number;
  readonly problems: readonly ImportProblem[];
};

/** Answers false when there is an import with the id already. */
export async function insertImport(
  tx: Tx,
  { id, name, status, by, at }: { id: string; name: string; status: ImportStatus; by: string | null; at: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto("library_imports")
    .values({ id, name, status, asked_by: by, asked_at: at, updated_at: at, finished_at: null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function insertLines(tx: Tx, importId: string, lines: readonly { number: number; content: string }[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into library_import_lines (import_id, number, content)
    select ${importId}::uuid, number, content from unnest(${lines.map(({ number }) => number)}::int[], ${lines.map(({ content }) => content)}::text[]) as l (number, content)`.execute(
    tx,
  );
}

/** The next lines that wait, held; the worker takes them out in the transaction that enters them. */
export async function takeLines(tx: Tx, importId: string, many: number) {
  const lines = await tx
    .selectFrom("library_import_lines")
    .select(["number", "content"])
    .where("import_id", "=", importId)
    .orderBy("number")
    .limit(many)
    .execute();
  if (lines.length > 0)
    await tx
      .deleteFrom("library_import_lines")
      .where("import_id", "=", importId)
      .where("number", "<=", lines.at(-1)?.number ?? 0)
      .execute();
  return lines;
}

export async function dropLines(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom("library_import_lines").where("import_id", "=", importId).execute();
}

/** The import, its row held until the end of the transaction. */
export async function holdImport(tx: Tx, id: string) {
  const row = await tx.selectFrom("library_imports").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && { ...row, problems: ImportProblem.array().parse(row.problems) };
}

/** Brings an import to a status with its figures. */
export async function updateImport(tx: Tx, id: string, status: ImportStatus, figures: Partial<ImportFigures>, now: Date): Promise<void> {
  const { problems, ...counts } = figures;
  await tx
    .updateTable("library_imports")
    .set({
      status,
      ...counts,
      ...(problems ? { problems: JSON.stringify(problems.slice(0, MOST_PROBLEMS)) } : {}),
      updated_at: now,
      ...(status === "done" || status === "failed" ? { finished_at: now } : {}),
    })
    .where("id", "=", id)
    .execute();
}

/** Imports, the newest first; or the one with the id. */
export async function findImports(tx: Tx, by: { readonly id: string } | { readonly newest: number }): Promise<LibraryImport[]> {
  const rows = tx
    .selectFrom("library_imports as i")
    .leftJoin("persons as p", "p.id", "i.asked_by")
    .select(["i.id", "i.name", "i.status", "i.lines", "i.entered", "i.repeated", "i.refused", "i.problems", "i.asked_at", "i.finished_at"])
    .select("p.name as by");
  const chosen = "id" in by ? rows.where("i.id", "=", by.id) : rows.orderBy("i.asked_at", "desc").orderBy("i.id").limit(by.newest);
  return (await chosen.execute()).map(({ asked_at, finished_at, problems, ...row }) => ({
    ...row,
    problems: ImportProblem.array().parse(problems),
    askedAt: asked_at.toISOString(),
    finishedAt: finished_at?.toISOString() ?? null,
  }));
}
