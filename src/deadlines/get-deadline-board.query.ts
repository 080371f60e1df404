import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Database } from "#database/database.ts";
import type {
  BoardDay,
  BoardDayQuery,
  BoardQuery,
  CalendarFileQuery,
  DeadlineBoard,
  DeadlineReminder,
} from "#deadlines/deadline-board.contract.ts";
import {
  countCases,
  countClocks,
  countDue,
  findBoardScope,
  findClockIds,
  findNames,
  findOwnCases,
} from "#deadlines/deadline-board.store.ts";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { findClocksUntil, findDeadlinesByIds, findDeadlinesOfCases } from "#deadlines/deadlines.store.ts";
import { presentDeadline } from "#deadlines/present-deadline.ts";
import { sumLoads } from "#deadlines/sum-loads.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

type Parts = { readonly database: Database; readonly calendar: Calendar };
/** Days that stand by themselves on the wall, today the first: four weeks. */
const DAYS_SHOWN = 28;
const SOON_DAYS = 7;
/** 三日以内 as the door reminds. */
const REMIND_DAYS = 3;
const PAGE = 50;

/** 期限墙 counts by day and person in charge, custody apart, and who carries how much: one pass over an office, or over one's own cases. */
export async function getDeadlineBoard(
  { database }: Pick<Parts, "database">,
  { actor, now, requestId }: Asking,
  { officeCode, mine }: BoardQuery,
): Promise<Outcome<DeadlineBoard>> {
  const today = officeDay(now);
  const until = addDays(today, DAYS_SHOWN - 1);
  return database.transact({ as: "person", actor }, async (tx) => {
    const scope = await findBoardScope(tx, actor.officeCode, officeCode, mine === "true", actor.personId);
    const counts = await countClocks(tx, scope, today, until);
    const cases = await countCases(tx, scope);
    const ids = [...counts, ...cases].flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const names = await findNames(tx, [...new Set(ids)]);
    const found = counts.reduce((sum, { clocks }) => sum + clocks, 0);
    await appendEntry(tx, { event: { kind: "deadlines-read", found }, actor, caseId: null, requestId });
    return done({
      ...{ today, until, counts, scope: scope.kind, officeCode: scope.officeCode, offices: scope.offices },
      people: sumLoads(counts, cases, names, { today, soonUntil: addDays(today, SOON_DAYS - 1) }),
    });
  });
}

/** 一日的期限 the clocks of one column, a page of them, reckoned as they stand today. */
export async function getBoardDay(
  { database, calendar }: Parts,
  { actor, now, requestId }: Asking,
  { officeCode, mine, bucket, custody, personId, page, lang }: BoardDayQuery,
): Promise<Outcome<BoardDay>> {
  const today = officeDay(now);
  const until = addDays(today, DAYS_SHOWN - 1);
  return database.transact({ as: "person", actor }, async (tx) => {
    const scope = await findBoardScope(tx, actor.officeCode, officeCode, mine === "true", actor.personId);
    const asked = {
      ...{ bucket, page, size: PAGE },
      custody: custody === undefined ? undefined : custody === "true",
      personId: personId === "none" ? null : personId,
    };
    const { ids, total } = await findClockIds(tx, scope, today, until, asked);
    const rows = await findDeadlinesByIds(tx, ids);
    // What a clock follows lies in the same case, but may stand in another column or have ended.
    const others = await findDeadlinesOfCases(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
    await appendEntry(tx, { event: { kind: "deadlines-read", found: rows.length }, actor, caseId: null, requestId });
    return done({ items: rows.map((row) => presentDeadline(row, calendar, today, lang, others)), total, page, size: PAGE, today });
  });
}

/** 日历文件 every clock of the scope that is over or ends within the window, none left out. */
export async function listClocksOfCalendar(
  { database, calendar }: Parts,
  { actor, now, requestId }: Asking,
  { officeCode, mine, days, lang }: CalendarFileQuery,
): Promise<Outcome<readonly Deadline[]>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, async (tx) => {
    const scope = await findBoardScope(tx, actor.officeCode, officeCode, mine === "true", actor.personId);
    const rows = await findClocksUntil(tx, scope, addDays(today, days));
    await appendEntry(tx, { event: { kind: "deadlines-read", found: rows.length }, actor, caseId: null, requestId });
    return done(rows.map((row) => presentDeadline(row, calendar, today, lang, rows)));
  });
}

/** 提醒 how many clocks of one's own cases are over or end within three days; numbers only, hence no entry in the audit. */
export async function remindOfDeadlines({ database }: Pick<Parts, "database">, { actor, now }: Asking): Promise<Outcome<DeadlineReminder>> {
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, async (tx) => {
    const cases = await findOwnCases(tx, actor.personId);
    return done(await countDue(tx, cases, today, addDays(today, REMIND_DAYS)));
  });
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
