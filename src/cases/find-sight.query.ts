import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#database/database.ts";

/**
 * 可见范围 what the acting person sees: whole offices, and single cases. Row-level security holds it in any case; a list that names it in its
 * own condition lets the database find the rows by office instead of asking every row of a million.
 */
export type Sight = { readonly offices: readonly string[]; readonly cases: readonly string[] };

export async function findSight(tx: Tx): Promise<Sight> {
  const answer = await sql<{ offices: string[]; cases: string[] }>`
    select array(select visible_offices()) as offices, array(select visible_cases()) as cases`.execute(tx);
  const [row] = answer.rows;
  return { offices: row?.offices ?? [], cases: row?.cases ?? [] };
}

/** The condition: the row's office is seen, or its case is. */
export function isInSight({ offices, cases }: Sight, office: string, caseId: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(office)} = any (${sql.val(offices)}::char(6)[]) or ${sql.ref(caseId)} = any (${sql.val(cases)}::uuid[]))`;
}
