import type { FactsFromCount } from "#assessments/assessments.contract.ts";
import { factsFromCount } from "#assessments/facts-from-count.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 由计数带入事实 what a new assessment starts with. */
export async function getFactsFromCount(
  database: Database,
  { actor, now, requestId }: Asking,
  caseId: string,
  countId: string,
): Promise<Outcome<FactsFromCount>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const count = await findCountResult(tx, countId);
    if (count?.caseId !== caseId) return refuse("not-found", { what: "count" });
    await appendEntry(tx, { event: { kind: "count-read", countId, part: "facts" }, actor, caseId, requestId });
    return done({ countId, facts: factsFromCount(count.result, officeDay(now)) });
  });
}
