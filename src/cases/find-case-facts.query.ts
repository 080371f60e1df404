import type { CaseFacts } from "#cases/case.policy.ts";
import { findFactsRow } from "#cases/cases.store.ts";
import type { Tx } from "#database/database.ts";

/**
 * What other slices need of a case to judge what may be done to it; undefined when there is none or the acting person may not see it.
 * `share` keeps stage and office as they are until the transaction ends: ask for it before any change.
 */
export async function findCaseFacts(
  tx: Tx,
  caseId: string,
  lock: "share" | "none",
): Promise<(CaseFacts & { readonly number: string; readonly title: string }) | undefined> {
  const row = await findFactsRow(tx, caseId, lock);
  if (!row) return undefined;
  const members = row.members.map(({ person_id, role, from_day, until_day }) => ({
    personId: person_id,
    role,
    from: from_day,
    until: until_day,
  }));
  return { number: row.number, title: row.title, stage: row.stage, officeCode: row.office_code, members };
}
