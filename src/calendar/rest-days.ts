import type { HolidayYear } from "#calendar/calendar.contract.ts";
import { addDays, weekdayOf } from "#calendar/plain-date.ts";

/** 休息日表 what is known of rest days: by year the days off and the weekends that are worked. */
export type RestDays = ReadonlyMap<
  number,
  { readonly announced: boolean; readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string> }
>;

/** `expected`: only the weekly rest day is known, the year's notice is not. */
export type DayNature = "rest" | "work" | "expected-rest" | "expected-work" | "unknown";

/** The table of the years given. */
export function buildRestDays(years: readonly HolidayYear[]): RestDays {
  return new Map(years.map(({ year, announced, off, worked }) => [year, { announced, off: spread(off), worked: spread(worked) }]));
}

/** Whether a day is a rest day: 法定节假日, or a weekend that is not worked (调休上班). A year without a table is unknown, never guessed. */
export function natureOfDay(day: string, restDays: RestDays): DayNature {
  const year = restDays.get(Number(day.slice(0, 4)));
  if (year === undefined) return "unknown";
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  if (!year.announced) return weekend ? "expected-rest" : "expected-work";
  if (year.off.has(day)) return "rest";
  return weekend && !year.worked.has(day) ? "rest" : "work";
}

function spread(ranges: readonly string[]): Set<string> {
  const days = new Set<string>();
  for (const range of ranges) {
    const [first = "", last = first] = range.split("..");
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
}
