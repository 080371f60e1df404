import { REGIONS_BY_LAST_YEAR } from "#scan/detectors/resident-id/regions.data.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked } from "#scan/text/compact-number.ts";

/**
 * 公民身份号码 GB 11643-1999: six digits of region (GB/T 2260 at the time of coding), eight of birth date, three of sequence (odd: male),
 * one check character by ISO 7064 MOD 11-2, X standing for ten. The form of 15 digits (1984 to 1999) has a two-digit year and no check
 * character; the person keeps the number, so its value is the 18-digit form. Residence permits of Hong Kong, Macao and Taiwan residents
 * (810000, 820000, 830000, since 2018-09-01) follow the same rule.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";
const EARLIEST_YEAR = 1880;
/** Without a day to judge by, a birth date is impossible only after this one. */
export const LATEST_DATE = "2100-12-31";
const FIRST_RESIDENCE_PERMITS = 810000;

/** The last year in which a region code (its number) was in force; 0 for no region. */
export const LAST_YEARS: Uint16Array = readLastYears();

/** Judges a compact number said to be a resident identity number. `today` (ISO date): no one is born after it. */
export function judgeResidentId(compact: string, today: string = LATEST_DATE): Verdict {
  if (compact.length === 18 && /^\d{17}[\dX]$/.test(compact)) return judgeEighteen(compact, today);
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^\d{15}$/.test(compact)) return judgeFifteen(compact, today);
  if (/^\d{1,17}$/.test(compact)) return damaged(compact, "cut");
  return invalid(compact, /^\d+X?$/.test(compact) ? "length" : "form");
}

/** Whether a string of 17 digits and a digit or X has a real region and a real date, whatever its check character says. */
export function hasRegionAndDate(eighteen: string, today: string = LATEST_DATE): boolean {
  return faultOf(eighteen.slice(0, 6), eighteen.slice(6, 14), today) === null;
}

/** The check character of 17 digits by MOD 11-2. */
export function checkCharacterOf(seventeen: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += (seventeen.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
  return CHECKS.charAt(sum % 11);
}

/** Whether `yyyymmdd` is a day of the calendar from 1880 to `today` (ISO date). */
export function isBirthDate(yyyymmdd: string, today: string = LATEST_DATE): boolean {
  const [year, month, day] = [Number(yyyymmdd.slice(0, 4)), Number(yyyymmdd.slice(4, 6)), Number(yyyymmdd.slice(6, 8))];
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  return `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}` <= today;
}

function judgeEighteen(compact: string, today: string): Verdict {
  const fault = faultOf(compact.slice(0, 6), compact.slice(6, 14), today);
  if (fault !== null) return invalid(compact, fault);
  if (checkCharacterOf(compact.slice(0, 17)) === compact.charAt(17)) return valid(compact, "check-digit");
  return compact.endsWith("000") ? damaged(compact, "rounded") : invalid(compact, "check-digit");
}

function judgeFifteen(compact: string, today: string): Verdict {
  const body = `${compact.slice(0, 6)}19${compact.slice(6)}`;
  const fault = faultOf(compact.slice(0, 6), body.slice(6, 14), today);
  if (fault === null) return valid(`${body}${checkCharacterOf(body)}`, "fifteen-digits");
  // Fifteen digits that read as the beginning of an 18-digit number are one cut short, not a false one of the old form.
  return hasRegionAndDate(compact, today) ? damaged(compact, "cut") : invalid(compact, fault);
}

function faultOf(region: string, yyyymmdd: string, today: string): "region" | "date" | null {
  const lastYear = LAST_YEARS[Number(region)] ?? 0;
  if (lastYear === 0) return "region";
  if (!isBirthDate(yyyymmdd, today)) return "date";
  return Number(yyyymmdd.slice(0, 4)) <= lastYear ? null : "region";
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readLastYears(): Uint16Array {
  const table = new Uint16Array(1_000_000);
  for (const [year, codes] of Object.entries(REGIONS_BY_LAST_YEAR)) {
    for (let at = 0; at < codes.length; at += 6) table[Number(codes.slice(at, at + 6))] = Number(year);
  }
  for (let code = FIRST_RESIDENCE_PERMITS; code <= 830_000; code += 10_000) table[code] = 9999;
  return table;
}
