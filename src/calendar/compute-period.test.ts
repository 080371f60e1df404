import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { PeriodRequest } from "#calendar/calendar.contract.ts";
import { computePeriod } from "#calendar/compute-period.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { addDays } from "#calendar/plain-date.ts";
import { natureOfDay } from "#calendar/rest-days.ts";

const calendar = loadCalendar();
const reckon = (rule: string, from: string, more: Partial<PeriodRequest> = {}) => {
  const computed = computePeriod({ rule, from, detained: false, extend: 0, urgent: false, ruling: false, ...more }, calendar, "zh");
  if (!computed.ok) throw new Error(`${computed.argument}: ${computed.found}`);
  return computed.answer;
};

describe("the vectors of the rule book", () => {
  test.each([
    ["CR-ARR-7", "2026-02-09", {}, "2026-02-16", "2026-02-16"],
    ["CR-ARR-7", "2026-09-28", {}, "2026-10-05", "2026-10-05"],
    ["CR-RECON-7", "2026-02-09", {}, "2026-02-16", "2026-02-24"],
    ["CR-RECON-7", "2026-09-28", {}, "2026-10-05", "2026-10-08"],
    ["CR-ARR-15", "2026-09-18", {}, "2026-10-03", "2026-10-08"],
    ["CR-PROS-1M", "2026-01-31", {}, "2026-02-28", "2026-02-28"],
    ["CR-PROS-1M", "2026-01-30", {}, "2026-02-28", "2026-02-28"],
    ["CR-PROS-1M", "2026-02-28", {}, "2026-03-31", "2026-03-31"],
    ["CR-PROS-1M", "2026-06-30", {}, "2026-07-31", "2026-07-31"],
    ["CR-PROS-1M", "2026-03-01", {}, "2026-04-01", "2026-04-01"],
    ["CR-PROS-1M", "2026-01-31", { extend: 15 }, "2026-03-15", "2026-03-16"],
    ["CR-PROS-1M", "2026-01-31", { extend: 15, detained: true }, "2026-03-15", "2026-03-15"],
    ["CR-PROS-1M", "2026-01-30", { extend: 15, detained: true }, "2026-03-15", "2026-03-15"],
    ["PI-REC-REPLY", "2026-08-05", {}, "2026-10-05", "2026-10-08"],
    ["PI-REC-REPLY", "2026-12-31", {}, "2027-02-28", "2027-03-01"],
    ["PI-CIV-NOTICE", "2026-01-20", {}, "2026-02-19", "2026-02-24"],
    ["PI-REC-REPLY", "2026-04-25", { urgent: true }, "2026-05-10", "2026-05-11"],
    ["PI-CIV-REV", "2026-07-02", {}, "2026-10-02", "2026-10-08"],
    ["CR-DET-3", "2026-03-02", { extend: 27 }, "2026-04-01", "2026-04-01"],
    ["CR-ARR-7", "2026-04-01", {}, "2026-04-08", "2026-04-08"],
    ["CR-INV-2M", "2026-01-31", { extend: 5 }, "2026-08-31", "2026-08-31"],
    ["CR-INV-REQ", "2026-03-31", {}, "2026-03-24", "2026-03-24"],
    ["PI-APPEAL", "2026-03-02", { ruling: true }, "2026-03-12", "2026-03-12"],
    ["PI-CIV-REV", "2026-03-02", { suspended: 20 }, "2026-06-22", "2026-06-22"],
    ["CR-PROS-1M", "2026-01-31", { suspended: 1 }, "2026-03-01", "2026-03-02"],
  ] as const)("%s from %s %j ends on %s, and with rest days on %s", (rule, from, more, natural, due) => {
    expect(reckon(rule, from, more)).toMatchObject({ natural, due, rolled: natural !== due });
  });
});

test("the day of the trigger is not counted", () => {
  expect(reckon("CR-PROS-1M", "2026-01-31").startsOn).toBe("2026-02-01");
});

test("a year whose rest days are not known moves nothing and says so", () => {
  const answer = reckon("PI-CIV-NOTICE", "2030-01-06"); // the 30th day is Tuesday 5 February 2030
  expect(answer).toMatchObject({ due: answer.natural, rolled: false });
  expect(answer.warnings.join()).toContain("2030 年的节假日安排未载入");
});

test("a year whose notice is not out yet knows weekends only, and says so", () => {
  expect(reckon("PI-REC-REPLY", "2026-12-31").warnings.join()).toContain("2027 年的节假日安排尚未公布");
  expect(reckon("PI-REC-REPLY", "2026-01-31").warnings).toEqual([]);
});

test.each([
  [{ rule: "CR-NONE" }, "RULE"],
  [{ from: "2026-02-30" }, "--from"],
  [{ from: "9999-12-28" }, "--from"],
  [{ rule: "CR-RECON-7", extend: 1 }, "--extend"],
  [{ rule: "CR-ARR-15", extend: 6 }, "--extend"],
  [{ suspended: 1 }, "--suspended"],
])("a wrong request %j is refused by its argument", (wrong, argument) => {
  const request = { rule: "CR-ARR-7", from: "2026-01-05", detained: false, extend: 0, urgent: false, ruling: false, ...wrong };
  expect(computePeriod(request, calendar, "zh")).toMatchObject({ ok: false, argument });
});

test("every rule answers, in custody and not, and never ends before it starts", () => {
  for (const { id, direction } of calendar.rules.values())
    for (const detained of [true, false]) {
      const { startsOn, natural, due } = reckon(id, "2026-02-10", { detained });
      expect(due >= natural && (direction === "before" || natural >= startsOn), id).toBe(true);
    }
  expect(calendar.rules.size).toBe(44);
});

test("over every day of 2024 to 2027 the reckoning agrees with one made by another way", () => {
  for (let day = "2024-01-01"; day <= "2027-12-31"; day = addDays(day, 1)) {
    for (const [rule, months, days] of [
      ["CR-PROS-1M", 1, 0],
      ["PI-CIV-REV", 3, 0],
      ["CR-ARR-15", 0, 15],
      ["PI-CIV-NOTICE", 0, 30],
    ] as const) {
      const natural = otherEnd(day, months, days);
      const answer = reckon(rule, day);
      expect([rule, day, answer.natural]).toEqual([rule, day, natural]);
      expect([rule, day, answer.due]).toEqual([rule, day, otherRoll(natural)]);
    }
    expect(reckon("CR-INV-2M", day).due).toBe(otherEnd(day, 2, 0));
    expect(reckon("CR-PROS-1M", day, { extend: 15, detained: true }).due, `${day}, extended`).toBe(otherEnd(otherEnd(day, 1, 0), 0, 15));
  }
});

const Reference = z.object({ days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })) });
const REFERENCE = join(import.meta.dirname, "../../../shared/data/ref/holiday_cn");
test.skipIf(!existsSync(REFERENCE))(
  "the holiday tables agree with the published notices on every day from 2007 to 2026 (skips without ../shared)",
  () => {
    const notices = new Map<string, boolean>();
    for (let year = 2007; year <= 2026; year++)
      for (const { date, isOffDay } of Reference.parse(JSON.parse(readFileSync(join(REFERENCE, `${year}.json`), "utf8"))).days)
        notices.set(date, isOffDay);
    const differing: string[] = [];
    for (let day = "2007-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
      if ((natureOfDay(day, calendar.restDays) === "rest") !== (notices.get(day) ?? weekend)) differing.push(day);
    }
    expect(differing).toEqual([]);
  },
);

/** The end of a period by day-of-month tables and a day counter, sharing nothing with the code under test. */
function otherEnd(day: string, months: number, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (months > 0) {
    const isLast = new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    for (let month = 0; month < months; month++) date.setUTCMonth(date.getUTCMonth() + 1);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(isLast ? last : Math.min(wanted, last));
  }
  for (let passed = 0; passed < days; passed++) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function otherRoll(day: string): string {
  const year = (text: string) => calendar.restDays.get(Number(text.slice(0, 4)));
  const rests = (text: string) => {
    const table = year(text);
    if (table === undefined) return false;
    if (table.off.has(text)) return true;
    return [0, 6].includes(new Date(text).getUTCDay()) && !table.worked.has(text);
  };
  let due = day;
  while (rests(due)) due = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
  return due;
}
