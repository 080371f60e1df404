import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { describeRemedies } from "#remedies/describe-remedy.query.ts";
import type { RemedyList } from "#remedies/remedies.contract.ts";
import { findRemediesOfCase } from "#remedies/remedies.store.ts";

/** 修复与赔偿 every record of a case as it stands today. */
export async function listRemedies(
  { database, books }: { readonly database: Database; readonly books: RemedyBooks },
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<RemedyList>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = await describeRemedies(tx, await findRemediesOfCase(tx, caseId), { books, today });
    await appendEntry(tx, { event: { kind: "case-read", part: "remedies" }, actor, caseId, requestId });
    return done({ items, today });
  });
}
