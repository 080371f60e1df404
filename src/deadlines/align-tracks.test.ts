import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { alignTracks } from "#deadlines/align-tracks.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";

const calendar = loadCalendar();
const clock = (rule: string, from: string, due: string, done: string | null = null) => ({
  id: `${rule}-${from}`,
  state: DeadlineState.parse({ rule, from, done: done === null ? null : { on: done, document: null } }),
  due,
});
const review = clock("CR-PROS-1M", "2026-03-10", "2026-04-10");

test.each([
  ["no notice yet, the latest safe day is today", [review], "2026-03-10", "can-start", 0],
  ["no notice yet, a day too late", [review], "2026-03-11", "missed", -1],
  ["a notice that ends the day before", [review, clock("PI-CIV-NOTICE", "2026-03-10", "2026-04-09")], "2026-03-20", "in-time", -10],
  ["a notice that ends on the day", [review, clock("PI-CIV-NOTICE", "2026-03-11", "2026-04-10")], "2026-03-20", "same-day", -10],
  ["a notice that ends after it", [review, clock("PI-CIV-NOTICE", "2026-03-12", "2026-04-13")], "2026-03-20", "too-late", -10],
  ["of two reviews the earlier decides", [review, clock("CR-FAST-10", "2026-03-30", "2026-04-09")], "2026-03-01", "can-start", 8],
] as const)("%s", (_, clocks, today, verdict, daysLeft) => {
  expect(alignTracks(clocks, calendar, today)).toMatchObject({ verdict, daysLeft });
});

test("without a running review there is nothing to align", () => {
  expect(alignTracks([], calendar, "2026-03-01")).toBeNull();
  expect(alignTracks([clock("CR-PROS-1M", "2026-03-10", "2026-04-10", "2026-04-01")], calendar, "2026-03-01")).toBeNull();
});
