/**
 * An oracle for last days that shares nothing with the product: lengths copied by hand from law.md 16.1, the rest days of 2026 from the
 * State Council's notice as law.md 5.1 prints it, days counted one by one. Tests hold the engine against it.
 */
type Length = { readonly days?: number; readonly months?: number };
type HandRule = Length & { readonly custody?: "always" | "if-detained"; readonly urgent?: Length; readonly ruling?: Length };

const RULES: Readonly<Record<string, HandRule>> = {
  "CR-ARR-7": { days: 7, custody: "always" },
  "CR-ARR-15": { days: 15 },
  "CR-RECON-7": { days: 7 },
  "CR-INV-2M": { months: 2, custody: "always" },
  "CR-PROS-1M": { months: 1, custody: "if-detained" },
  "CR-FAST-10": { days: 10, custody: "if-detained" },
  "CR-INFORM-3": { days: 3 },
  "CR-SUPP-1M": { months: 1, custody: "if-detained" },
  "CR-NPVICT-7": { days: 7 },
  "CR-NPPOL-30": { days: 30 },
  "CR-PROTEST-10": { days: 10, ruling: { days: 5 } },
  "PI-SERVE-7": { days: 7 },
  "PI-REC-FILE-5": { days: 5 },
  "PI-REC-REPLY": { months: 2, urgent: { days: 15 } },
  "PI-ADM-REV": { months: 1 },
  "PI-CIV-NOTICE": { days: 30 },
  "PI-CIV-REV": { months: 3 },
  "PI-COMPL-5": { days: 5 },
  "PI-APPEAR-3": { days: 3 },
  "PI-JUDG-3": { days: 3 },
  "PI-APPEAL": { days: 15, ruling: { days: 10 } },
  "PI-WITHDRAW-3": { days: 3 },
};

const OFF = "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007".split(" ").map((range) => range.split("-"));
const WORKED = new Set(["0104", "0214", "0228", "0509", "0920", "1010"]);

export type HandClock = {
  readonly rule: string;
  readonly from: string;
  readonly detained?: boolean;
  readonly urgent?: boolean;
  readonly ruling?: boolean;
};

/** @returns the last day, and the last day before any rest day was looked at (both YYYY-MM-DD). @throws for a rule that is not in the table */
export function reckonByHand({ rule, from, detained = false, urgent = false, ruling = false }: HandClock): { due: string; plain: string } {
  const found = RULES[rule];
  if (found === undefined) throw new Error(`no hand-written rule ${rule}`);
  const { days = 0, months = 0 } = (urgent ? found.urgent : undefined) ?? (ruling ? found.ruling : undefined) ?? found;
  let day = read(from);
  for (let count = 0; count < days; count++) day = tomorrow(day);
  if (months > 0) day = monthsLater(day, months);
  const plain = write(day);
  if (found.custody === "always" || (found.custody === "if-detained" && detained)) return { due: plain, plain };
  while (isRest(day)) day = tomorrow(day);
  return { due: write(day), plain };
}

/** The day so many days later. */
export function daysLater(from: string, many: number): string {
  let day = read(from);
  for (let count = 0; count < many; count++) day = tomorrow(day);
  return write(day);
}

type Day = { readonly y: number; readonly m: number; readonly d: number };

const read = (text: string): Day => ({ y: Number(text.slice(0, 4)), m: Number(text.slice(5, 7)), d: Number(text.slice(8)) });
const two = (value: number) => String(value).padStart(2, "0");
const write = ({ y, m, d }: Day) => `${y}-${two(m)}-${two(d)}`;

function lastOf(y: number, m: number): number {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}

function tomorrow({ y, m, d }: Day): Day {
  if (d < lastOf(y, m)) return { y, m, d: d + 1 };
  return m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 };
}

/** SPCI 202: the same day of the later month; from a last day to a last day; where there is no such day, the last one. */
function monthsLater({ y, m, d }: Day, many: number): Day {
  let [toYear, toMonth] = [y, m];
  for (let count = 0; count < many; count++) [toYear, toMonth] = toMonth < 12 ? [toYear, toMonth + 1] : [toYear + 1, 1];
  const last = lastOf(toYear, toMonth);
  return { y: toYear, m: toMonth, d: d === lastOf(y, m) || d > last ? last : d };
}

/** Of 2027 only Saturdays and Sundays are known. */
function isRest(day: Day): boolean {
  const short = two(day.m) + two(day.d);
  const weekend = [0, 6].includes(weekdayOf(day));
  if (day.y !== 2026) return weekend;
  if (OFF.some(([first = "", last = ""]) => short >= first && short <= last)) return true;
  return weekend && !WORKED.has(short);
}

/** Zeller's rule: 0 is Sunday. */
function weekdayOf({ y, m, d }: Day): number {
  const [year, month] = m < 3 ? [y - 1, m + 12] : [y, m];
  const century = Math.floor(year / 100);
  const short = year % 100;
  const h = d + Math.floor((13 * (month + 1)) / 5) + short + Math.floor(short / 4) + Math.floor(century / 4) + 5 * century;
  return (h + 6) % 7;
}
