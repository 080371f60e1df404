import { describe, expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { addDays } from "#calendar/plain-date.ts";
import { natureOfDay } from "#calendar/rest-days.ts";
import { computeNotice, findLatestSafeStart } from "#public-interest/find-latest-safe-start.ts";

const calendar = loadCalendar();

describe("最晚安全公告日", () => {
  test.each([
    ["ordinary days", "2026-04-10", "2026-03-10"],
    ["an ordinary Tuesday, the notice ending on the Monday before", "2026-04-14", "2026-03-14"],
    [
      "a prosecution day on the Monday to which the notice would roll: the notice must end on the Friday before",
      "2026-04-13",
      "2026-03-11",
    ],
    ["before the long holiday of October", "2026-10-08", "2026-08-31"],
    ["over the Spring Festival", "2026-02-24", "2026-01-15"],
  ])("%s: prosecution on %s, notice on %s at the latest", (_, prosecution, start) => {
    expect(findLatestSafeStart(prosecution, calendar)).toBe(start);
  });

  test("for every prosecution day of 2025 and 2026: the latest safe day ends in time, one day later does not", () => {
    for (let day = "2025-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
      const start = findLatestSafeStart(day, calendar);
      expect(endByHand(start) < day, `${day}: ${start} ends in time`).toBe(true);
      expect(endByHand(addDays(start, 1)) < day, `${day}: the day after ${start} is too late`).toBe(false);
    }
  });

  test("for every day of 2025 and 2026 the notice ends where thirty days, counted one by one, end", () => {
    for (let day = "2025-01-01"; day <= "2026-12-31"; day = addDays(day, 1))
      expect(computeNotice(day, calendar, "zh").due, day).toBe(endByHand(day));
  });

  test("a day that is no date is a fault of the caller, not an answer", () => {
    expect(() => findLatestSafeStart("2026-02-30", calendar)).toThrow("found 2026-02-30");
    expect(() => computeNotice("2026-02-30", calendar, "zh")).toThrow("PI-CIV-NOTICE");
  });
});

/** Counted apart from the engine: thirty days one by one, then on to the first day that is no rest day. */
function endByHand(publishedOn: string): string {
  let day = publishedOn;
  for (let counted = 0; counted < 30; counted++) day = addDays(day, 1);
  while (["rest", "expected-rest"].includes(natureOfDay(day, calendar.restDays))) day = addDays(day, 1);
  return day;
}
