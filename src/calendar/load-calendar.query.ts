import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { HolidayYear, PeriodRule } from "#calendar/calendar.contract.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import { addDays, isPlainDate, weekdayOf } from "#calendar/plain-date.ts";
import { buildRestDays } from "#calendar/rest-days.ts";
import { openRuleFile, type RuleFile, RuleFileError } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `periods/*.yaml` and `holidays/*.yaml`; both are edited without touching code.
 * @param ownHolidays a folder of an installation's own years (`TANDEM_HOLIDAYS`), of the same shape: a year there goes before the one that ships
 * @throws RuleFileError naming file, line, place, what was expected and what was found
 */
export function loadCalendar(folder: string = import.meta.dirname, ownHolidays: string | null = null): Calendar {
  const rules = new Map<string, PeriodRule>();
  for (const { value: list, refuse } of readFolder(join(folder, "periods"), z.array(PeriodRule)))
    for (const [at, rule] of list.entries()) {
      if (rules.has(rule.id)) refuse([at], `${rule.id}: this rule stands in two places`);
      rules.set(rule.id, rule);
    }
  for (const { id, follows = [] } of rules.values())
    for (const { rule } of follows)
      if (!rules.has(rule)) throw new RuleFileError(join(folder, "periods"), 1, `${id} follows ${rule}, expected a rule of these tables`);
  const years = new Map(readYears(join(folder, "holidays")).map((year) => [year.year, year]));
  for (const year of ownHolidays === null ? [] : readYears(ownHolidays)) years.set(year.year, year);
  return { rules, restDays: buildRestDays([...years.values()]) };
}

/** The folder of own years that a command was given by `TANDEM_HOLIDAYS`, from its working folder; null: none. */
export function ownHolidays({
  environment,
  workingFolder,
}: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
}): string | null {
  const { TANDEM_HOLIDAYS: folder } = environment;
  return folder === undefined || folder === "" ? null : resolve(workingFolder, folder);
}

function readYears(folder: string): HolidayYear[] {
  const seen = new Set<number>();
  return readFolder(folder, HolidayYear).map(({ value: year, refuse }) => {
    if (seen.has(year.year)) refuse(["year"], `${year.year} stands in two files`);
    seen.add(year.year);
    if (year.announced && year.off.length === 0) refuse(["off"], "off: expected the days off of an announced year, found none");
    const off = new Set<string>();
    for (const list of ["off", "worked"] as const)
      for (const [at, range] of year[list].entries()) {
        const wrong = (expected: string) => refuse([list, at], `${list}.${at}: expected ${expected}, found ${range}`);
        const [first = "", last = first] = range.split("..");
        if (!isPlainDate(first) || !isPlainDate(last)) wrong("days that exist");
        if (!first.startsWith(`${year.year}-`) || !last.startsWith(`${year.year}-`)) wrong(`days of ${year.year}`);
        if (last < first) wrong("the earlier day first");
        for (let day = first; day <= last; day = addDays(day, 1)) {
          if (list === "worked" && off.has(day)) wrong("a day that is not off as well");
          if (list === "worked" && ![0, 6].includes(weekdayOf(day))) wrong("a weekend day, worked in exchange");
          if (list === "off") off.add(day);
        }
      }
    return year;
  });
}

function readFolder<T>(folder: string, shape: z.ZodType<T>): RuleFile<T>[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (problem) {
    throw new RuleFileError(
      folder,
      1,
      `expected a folder of tables, found ${problem instanceof Error ? problem.message : String(problem)}`,
    );
  }
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => openRuleFile(join(folder, name), shape));
}
