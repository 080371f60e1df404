import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { HolidayYear, PeriodRule } from "#calendar/calendar.contract.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import { addDays, isPlainDate, weekdayOf } from "#calendar/plain-date.ts";
import { buildRestDays } from "#calendar/rest-days.ts";

/**
 * Reads `periods/*.yaml` and `holidays/*.yaml`; both are edited without touching code.
 * @param ownHolidays a folder of an installation's own years (`TANDEM_HOLIDAYS`), of the same shape: a year there goes before the one that ships
 * @throws CalendarError naming file, line, place, what was expected and what was found
 */
export function loadCalendar(folder: string = import.meta.dirname, ownHolidays: string | null = null): Calendar {
  const rules = new Map<string, PeriodRule>();
  for (const { file, value: list, lineOf } of readFolder(join(folder, "periods"), z.array(PeriodRule)))
    for (const [at, rule] of list.entries()) {
      if (rules.has(rule.id)) throw new CalendarError(`${file}:${lineOf([at])}`, `${rule.id}: this rule stands in two places`);
      rules.set(rule.id, rule);
    }
  for (const { id, follows = [] } of rules.values())
    for (const { rule } of follows)
      if (!rules.has(rule)) throw new CalendarError(join(folder, "periods"), `${id} follows ${rule}, expected a rule of these tables`);
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
  return readFolder(folder, HolidayYear).map(({ file, value: year, lineOf }) => {
    if (seen.has(year.year)) throw new CalendarError(`${file}:${lineOf(["year"])}`, `${year.year} stands in two files`);
    seen.add(year.year);
    if (year.announced && year.off.length === 0)
      throw new CalendarError(`${file}:${lineOf(["off"])}`, `off: expected the days off of an announced year, found none`);
    const off = new Set<string>();
    for (const list of ["off", "worked"] as const)
      for (const [at, range] of year[list].entries()) {
        const wrong = (expected: string) =>
          new CalendarError(`${file}:${lineOf([list, at])}`, `${list}.${at}: expected ${expected}, found ${range}`);
        const [first = "", last = first] = range.split("..");
        if (!isPlainDate(first) || !isPlainDate(last)) throw wrong("days that exist");
        if (!first.startsWith(`${year.year}-`) || !last.startsWith(`${year.year}-`)) throw wrong(`days of ${year.year}`);
        if (last < first) throw wrong("the earlier day first");
        for (let day = first; day <= last; day = addDays(day, 1)) {
          if (list === "worked" && off.has(day)) throw wrong("a day that is not off as well");
          if (list === "worked" && ![0, 6].includes(weekdayOf(day))) throw wrong("a weekend day, worked in exchange");
          if (list === "off") off.add(day);
        }
      }
    return year;
  });
}

/** A table that must not be used: no date is computed with half a calendar. */
export class CalendarError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = "CalendarError";
  }
}

type Read<T> = { readonly file: string; readonly value: T; readonly lineOf: (path: readonly (string | number)[]) => number };

function readFolder<T>(folder: string, shape: z.ZodType<T>): Read<T>[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (problem) {
    throw new CalendarError(folder, `expected a folder of tables, found ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readTable(join(folder, name), shape));
}

function readTable<T>(file: string, shape: z.ZodType<T>): Read<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const lineOf = (path: readonly (string | number)[]): number => {
    // What is missing has no place of its own: the line of what should hold it.
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const [error] = document.errors;
  if (error !== undefined) throw new CalendarError(`${file}:${lines.linePos(error.pos[0]).line}`, error.message.split("\n")[0] ?? "");
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, lineOf };
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === "number" ? part : String(part)));
  throw new CalendarError(`${file}:${lineOf(path)}`, `${path.join(".") || "(file)"}: ${issue?.message ?? "wrong shape"}`);
}
