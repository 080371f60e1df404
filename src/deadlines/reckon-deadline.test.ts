import { expect, test } from "vitest";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";
import { reckonDeadline } from "#deadlines/reckon-deadline.ts";

const calendar = loadCalendar();
/** Two months from a delivery of 2026-01-31 end on 2026-03-31. */
const reckon = (on: string | null, rule = "SG-REPLY-2M") =>
  reckonDeadline(
    DeadlineState.parse({ rule, from: "2026-01-31", setDay: on === null ? null : { on, reason: "仍在外泄" } }),
    calendar,
    "zh",
  );
const dueOf = (on: string | null) => {
  const reckoned = reckon(on);
  return reckoned.ok ? reckoned.value.answer.due : reckoned.kind;
};

test.each([
  ["no day set", null, "2026-03-31"],
  ["the day after the delivery", "2026-02-01", "2026-02-01"],
  ["a day before the two months end", "2026-03-30", "2026-03-30"],
  ["the last day of the two months", "2026-03-31", "2026-03-31"],
  ["a later day changes nothing", "2026-04-01", "2026-03-31"],
  ["the day of the delivery is refused", "2026-01-31", "invalid-input"],
])("%s", (_, on, due) => {
  expect(dueOf(on)).toBe(due);
});

test("why the day is another one stands among the steps, with the article", () => {
  const reckoned = reckon("2026-02-10");
  expect(reckoned.ok && reckoned.value.answer.steps.at(-1)).toContain("第十九条");
});

test("where the law sets the length no day is set case by case", () => {
  expect(reckon("2026-02-10", "PI-REC-REPLY")).toMatchObject({ kind: "invalid-input", detail: { place: "setDay" } });
});
