import { expect, test } from "vitest";
import { dayOf, daysUntil, formatDay, formatDistance, formatMoment, fromLocalReading, toLocalReading } from "#web/design/date/date.ts";

test("a date is shown with its weekday and its distance", () => {
  expect(formatDay("2026-11-22", "zh")).toBe("2026-11-22（周日）");
  expect(formatDistance(daysUntil("2026-11-25", "2026-11-22"), "zh")).toBe("还有 3 天");
  expect(formatDistance(daysUntil("2026-11-21", "2026-11-22"), "en")).toBe("1 day ago");
});

test("times are those of Asia/Shanghai wherever the browser stands", () => {
  expect(formatMoment("2026-11-22T16:30:00Z")).toBe("2026-11-23 00:30");
  expect(dayOf(new Date("2026-11-22T16:30:00Z"))).toBe("2026-11-23");
});

test("a typed clock reading survives the way to the server and back", () => {
  const moment = fromLocalReading("2026-03-01T08:15");
  expect(moment).toBe("2026-03-01T08:15:00+08:00");
  expect(toLocalReading(moment)).toBe("2026-03-01T08:15");
  expect(fromLocalReading("")).toBeNull();
});
