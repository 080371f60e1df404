import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { HolidayYear, PeriodRule } from "#calendar/calendar.contract.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import { buildRestDays } from "#calendar/rest-days.ts";

/**
 * Reads `periods/*.yaml` and `holidays/*.yaml`; both are edited without touching code.
 * @throws CalendarError naming file, place, what was expected and what was found
 */
export function loadCalendar(folder: string = import.meta.dirname): Calendar {
  const rules = new Map<string, PeriodRule>();
  for (const [file, list] of readFolder(join(folder, "periods"), z.array(PeriodRule)))
    for (const rule of list) {
      if (rules.has(rule.id)) throw new CalendarError(file, `${rule.id}: this rule stands in two places`);
      rules.set(rule.id, rule);
    }
  for (const { id, follows = [] } of rules.values())
    for (const { rule } of follows)
      if (!rules.has(rule)) throw new CalendarError(join(folder, "periods"), `${id} follows ${rule}, expected a rule of these tables`);
  const years = readFolder(join(folder, "holidays"), HolidayYear).map(([file, year]) => {
    const stray = [...year.off, ...year.worked].find((day) => !day.startsWith(`${year.year}-`));
    if (stray !== undefined) throw new CalendarError(file, `expected days of ${year.year}, found ${stray}`);
    return year;
  });
  return { rules, restDays: buildRestDays(years) };
}

/** A table that must not be used: no date is computed with half a calendar. */
export class CalendarError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = "CalendarError";
  }
}

function readFolder<T>(folder: string, shape: z.ZodType<T>): [string, T][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      let value: unknown;
      try {
        value = parse(readFileSync(file, "utf8"));
      } catch (problem) {
        throw new CalendarError(file, problem instanceof Error ? problem.message : String(problem));
      }
      const parsed = shape.safeParse(value);
      if (parsed.success) return [file, parsed.data];
      const issue = parsed.error.issues[0];
      throw new CalendarError(file, `${issue?.path.map(String).join(".") ?? "(file)"}: ${issue?.message ?? "wrong shape"}`);
    });
}
