/** Plain dates `YYYY-MM-DD` of the Gregorian calendar, years 1000–9999: they compare as strings. */

const DAY = 86_400_000;

/** Whether the text is a date that exists. */
export function isPlainDate(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && formatDay(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The day `days` later (earlier where negative). */
export function addDays(day: string, days: number): string {
  return formatDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/**
 * 月的计算 the day `months` later by 法释〔2021〕1号 第二百零二条: the same day of that month; from the last day of a month to the last day of
 * that month; where there is no same day, its last day.
 */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = partsOf(day);
  const target = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(target / 12), (target % 12) + 1];
  const last = lengthOfMonth(toYear, toMonth);
  return joinDay(toYear, toMonth, date === lengthOfMonth(year, month) ? last : Math.min(date, last));
}

/** The day `years` calendar years later on the same day; 29 February becomes the 28th where there is none. */
export function addYears(day: string, years: number): string {
  const { year, month, date } = partsOf(day);
  return joinDay(year + years, month, Math.min(date, lengthOfMonth(year + years, month)));
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Whether a rule was in force on the day; both ends included. */
export function isInForce(inForce: { readonly from: string; readonly until: string | null }, day: string): boolean {
  return inForce.from <= day && (inForce.until === null || day <= inForce.until);
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, date };
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function joinDay(year: number, month: number, date: number): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

function formatDay(time: number): string {
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}
