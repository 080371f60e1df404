import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar, Language } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { alignTracks } from "#deadlines/align-tracks.ts";
import type { CaseDeadlineList, DeadlineList } from "#deadlines/deadlines.contract.ts";
import { findDeadlinesOfCase, findOpenDeadlines } from "#deadlines/deadlines.store.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Parts = { readonly database: Database; readonly calendar: Calendar };

/** 期限墙 the open clocks of every case the person sees: custody first, then by day. */
export async function listOpenDeadlines({ database, calendar }: Parts, asking: Asking, language: Language): Promise<Outcome<DeadlineList>> {
  const today = officeDay(asking.now);
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const rows = await findOpenDeadlines(tx);
    const event = { kind: "deadlines-read" as const, found: rows.length };
    await appendEntry(tx, { event, actor: asking.actor, caseId: null, requestId: asking.requestId });
    return done({ items: rows.map((row) => presentDeadline(row, calendar, today, language, rows)), today });
  });
}

/** 本案期限 every clock of a case, those that ended included. */
export async function listCaseDeadlines(
  { database, calendar }: Parts,
  { actor, now, requestId }: Asking,
  caseId: string,
  language: Language,
): Promise<Outcome<CaseDeadlineList>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const rows = await findDeadlinesOfCase(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "deadlines" }, actor, caseId, requestId });
    return done({
      items: rows.map((row) => presentDeadline(row, calendar, today, language, rows)),
      today,
      twin: alignTracks(rows, calendar, today),
    });
  });
}
