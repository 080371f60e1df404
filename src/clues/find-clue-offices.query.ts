import { sql } from "kysely";
import type { Tx } from "#database/database.ts";

/** Offices whose queue of clues the acting person sees. */
export async function findClueOffices(tx: Tx): Promise<readonly string[]> {
  const answer = await sql<{ offices: string[] }>`select array(select visible_clue_offices()) as offices`.execute(tx);
  return answer.rows[0]?.offices ?? [];
}
