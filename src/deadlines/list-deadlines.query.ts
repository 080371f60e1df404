import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar, Language } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { alignTracks } from "#deadlines/align-tracks.ts";
import { writeCursor } from "#deadlines/deadline-cursor.ts";
import type { CaseDeadlineList, OpenDeadlineList, OpenDeadlinesQuery } from "#deadlines/deadlines.contract.ts";
import { findDeadlinesOfCase, findDeadlinesOfCases, findOpenDeadlines } from "#deadlines/deadlines.store.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Parts = { readonly database: Database; readonly calendar: Calendar };

/** 未结期限 the open clocks of every case the person sees, page by page: custody first, then by day. */
export async function listOpenDeadlines(
  { database, calendar }: Parts,
  asking: Asking,
  { lang, after, size }: OpenDeadlinesQuery,
): Promise<Outcome<OpenDeadlineList>> {
  const today = officeDay(asking.now);
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const found = await findOpenDeadlines(tx, after, size + 1);
    const rows = found.slice(0, size);
    // What a clock follows lies in the same case, but may stand on another page or have ended.
    const others = await findDeadlinesOfCases(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
    const last = rows.at(-1);
    const next = found.length > size && last !== undefined ? writeCursor(last) : null;
    const event = { kind: "deadlines-read" as const, found: rows.length };
    await appendEntry(tx, { event, actor: asking.actor, caseId: null, requestId: asking.requestId });
    return done({ items: rows.map((row) => presentDeadline(row, calendar, today, lang, others)), today, next });
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
