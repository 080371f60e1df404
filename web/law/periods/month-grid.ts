import type { ComputedPeriod } from "#law/law.contract.ts";

/** What a day is in a reckoning. `passed`: a rest day that the last day moved over. */
export type DayRole = "trigger" | "counted" | "counted-rest" | "passed" | "due" | "outside";
export type GridDay = { readonly day: string; readonly role: DayRole };
/** 一个月 weeks of seven places from Monday; null before the first and after the last. */
export type Month = { readonly month: string; readonly weeks: readonly (readonly (GridDay | null)[])[] };

/** Months at either end that are drawn of a long period. */
const ENDS = 3;

/** The months of a computed period, day by day; of a long one the first and the last, `left` months between them. */
export function drawMonths({ answer, days }: Extract<ComputedPeriod, { ok: true }>): {
  readonly months: readonly Month[];
  readonly left: number;
} {
  const natures = new Map(days.map(({ day, nature }) => [day, nature]));
  const [first, last] = answer.due < answer.from ? [answer.due, answer.from] : [answer.from, answer.due];
  const all = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  const shown = all.length <= 2 * ENDS ? all : [...all.slice(0, 1), ...all.slice(1 - ENDS)];
  const roleOf = (day: string): DayRole => {
    if (day === answer.due) return "due";
    if (day === answer.from) return "trigger";
    if (day < first || day > last) return "outside";
    if (answer.rolled && day >= answer.natural && day < answer.due) return "passed";
    return natures.get(day)?.endsWith("rest") ? "counted-rest" : "counted";
  };
  return { months: shown.map((month) => ({ month, weeks: weeksOf(month, roleOf) })), left: all.length - shown.length };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

function weeksOf(month: string, roleOf: (day: string) => DayRole): (GridDay | null)[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  // Monday is the first place
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const places = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, at) => {
      const day = `${month}-${String(at + 1).padStart(2, "0")}`;
      return { day, role: roleOf(day) };
    }),
  ];
  const weeks: (GridDay | null)[][] = [];
  for (let at = 0; at < places.length; at += 7)
    weeks.push([...places.slice(at, at + 7), ...Array.from({ length: 7 }, () => null)].slice(0, 7));
  return weeks;
}
