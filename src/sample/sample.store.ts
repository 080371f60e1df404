import { sql } from "kysely";
import type { Tx } from "#database/database.ts";

/** Whether the sample was loaded to its end. */
export async function findSampleEntry(tx: Tx): Promise<boolean> {
  const found = await tx.selectFrom("audit_entries").select(sql`1`.as("one")).where("kind", "=", "sample-loaded").limit(1).execute();
  return found.length > 0;
}
