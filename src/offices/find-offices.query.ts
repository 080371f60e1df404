import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import type { Database } from "#database/database.ts";
import type { OfficeList } from "#offices/offices.contract.ts";
import { findOfficeRows } from "#offices/offices.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 各级检察院 the tree of offices as a flat list; public knowledge, therefore no audit entry. */
export async function findOffices(database: Database, actor: Actor): Promise<Outcome<z.infer<typeof OfficeList>>> {
  return database.transact({ as: "person", actor }, async (tx) => done({ items: await findOfficeRows(tx) }));
}
