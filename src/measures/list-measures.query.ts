import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findSuspects } from "#cases/find-suspects.query.ts";
import type { Database } from "#database/database.ts";
import type { MeasureList } from "#measures/measures.contract.ts";
import { findMeasuresOfCase } from "#measures/measures.store.ts";
import { presentMeasure } from "#measures/present-measure.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 本案强制措施 every record of a case, ended and void ones included, by the day it began. */
export async function listMeasures(
  { database, calendar }: { readonly database: Database; readonly calendar: Calendar },
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<MeasureList>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const suspects = await findSuspects(tx, [caseId]);
    const rows = await findMeasuresOfCase(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "measures" }, actor, caseId, requestId });
    return done({ items: rows.map((row) => presentMeasure(row, suspects, calendar, today)), today });
  });
}
