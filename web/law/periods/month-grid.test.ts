import { expect, test } from "vitest";
import { drawMonths } from "#web/law/periods/month-grid.ts";
import { readPeriod, writePeriod } from "#web/law/periods/period-address.ts";

const request = { rule: "CR-ARR-7", from: "2026-09-25", detained: false, urgent: false, ruling: false, extend: 0 };
const answer = {
  rule: "CR-ARR-7",
  from: "2026-09-25",
  startsOn: "2026-09-26",
  natural: "2026-10-02",
  due: "2026-10-08",
  rolled: true,
  dueAtMost: null,
  steps: [],
  warnings: [],
  notes: [],
  cite: [],
};
const days = [
  { day: "2026-09-26", nature: "rest" as const },
  { day: "2026-09-28", nature: "work" as const },
];

test("the day of the event is not counted, rest days inside are, those at the end are passed over", () => {
  const { months, left } = drawMonths({ ok: true, request, answer, days });
  const roles = new Map(months.flatMap(({ weeks }) => weeks.flat()).map((place) => [place?.day, place?.role]));
  expect(left).toBe(0);
  expect(
    ["2026-09-24", "2026-09-25", "2026-09-26", "2026-09-28", "2026-10-02", "2026-10-07", "2026-10-08"].map((day) => roles.get(day)),
  ).toEqual(["outside", "trigger", "counted-rest", "counted", "passed", "passed", "due"]);
});

test("weeks begin on Monday and hold seven places", () => {
  const [september] = drawMonths({ ok: true, request, answer, days }).months;
  expect(september?.weeks[0]?.map((place) => place?.day ?? null)).toEqual([
    null,
    "2026-09-01",
    "2026-09-02",
    "2026-09-03",
    "2026-09-04",
    "2026-09-05",
    "2026-09-06",
  ]);
  expect(september?.weeks.every((week) => week.length === 7)).toBe(true);
});

test("of a long period only the first and the last months are drawn, and how many are left out is said", () => {
  const { months, left } = drawMonths({
    ok: true,
    request,
    answer: { ...answer, natural: "2027-09-25", due: "2027-09-25", rolled: false },
    days,
  });
  expect(months.map(({ month }) => month)).toEqual(["2026-09", "2027-08", "2027-09"]);
  expect(left).toBe(10);
});

test("a chosen period survives the way through the address", () => {
  const chosen = { ...request, detained: true, ruling: true, extend: 2 };
  expect(readPeriod(writePeriod(chosen))).toEqual(chosen);
  expect(readPeriod("CR-ARR-7")).toEqual({ ...request, from: "" });
});
