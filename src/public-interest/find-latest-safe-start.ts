import type { PeriodAnswer } from "#calendar/calendar.contract.ts";
import { type Calendar, computePeriod, type Language } from "#calendar/compute-period.ts";
import { addDays, isPlainDate } from "#calendar/plain-date.ts";

/** 诉前公告 the period of the calendar (办案规则 第九十一条, 检察公益诉讼解释 第十三条, 法释〔2019〕18号). */
const NOTICE = "PI-CIV-NOTICE";

/**
 * 公告期 of a notice published on `publishedOn` (YYYY-MM-DD; that day is not counted, a last day that is a rest day moves on).
 * @throws an Error where the calendar has no rule of the notice or the day is no date
 */
export function computeNotice(publishedOn: string, calendar: Calendar, language: Language): PeriodAnswer {
  const computed = computePeriod(
    { rule: NOTICE, from: publishedOn, detained: false, extend: 0, urgent: false, ruling: false },
    calendar,
    language,
  );
  if (computed.ok) return computed.answer;
  throw new Error(`${NOTICE} from ${publishedOn}: expected ${computed.expected.en}, found ${computed.found}`);
}

/**
 * 最晚安全公告日 the last day on which a notice may be published so that its last day lies before `prosecutionDay` (both YYYY-MM-DD):
 * the notice has run out when the indictment and the incidental complaint are filed together. A later day ends later, never earlier,
 * so that the first day found going backwards is the latest one.
 * @example findLatestSafeStart("2026-04-10", calendar) // "2026-03-10": ends on 2026-04-09
 * @throws an Error where the calendar has no rule of the notice or the day is no date
 */
export function findLatestSafeStart(prosecutionDay: string, calendar: Calendar): string {
  if (!isPlainDate(prosecutionDay)) throw new Error(`expected a day YYYY-MM-DD, found ${prosecutionDay}`);
  const length = calendar.rules.get(NOTICE)?.length;
  // No notice ends before its plain number of days has run: later days need not be tried.
  let start = addDays(prosecutionDay, -1 - (length !== undefined && "days" in length ? length.days : 0));
  while (computeNotice(start, calendar, "zh").due >= prosecutionDay) start = addDays(start, -1);
  return start;
}
