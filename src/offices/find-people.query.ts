import type { z } from "zod";
import type { Actor } from "#access/access.contract.ts";
import { mayFindPeople } from "#access/access.policy.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import type { FindPeopleQuery, PersonList } from "#offices/offices.contract.ts";
import { findPersonRows } from "#offices/offices.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 查找人员 colleagues by name, account or office, fifty at most; the search is an audit entry. */
export async function findPeople(
  database: Database,
  actor: Actor,
  requestId: string,
  query: z.infer<typeof FindPeopleQuery>,
): Promise<Outcome<z.infer<typeof PersonList>>> {
  const permitted = mayFindPeople(actor);
  if (!permitted.ok) return permitted;
  return database.transact({ as: "person", actor }, async (tx) => {
    const items = await findPersonRows(tx, query);
    await appendEntry(tx, { event: { kind: "people-searched", found: items.length }, actor, caseId: null, requestId });
    return done({ items });
  });
}
