import { expect, test } from "vitest";
import { officeDay, officeMoment } from "#cases/case-day.ts";

test("day and moment are those of China, whatever clock the machine keeps", () => {
  const lateInLondon = new Date("2026-11-24T16:05:09.123Z");
  expect(officeDay(lateInLondon)).toBe("2026-11-25");
  expect(officeMoment(lateInLondon)).toEqual({ zh: "2026年11月25日00:05", en: "2026-11-25 00:05 (China time)" });
  expect(officeDay(new Date("2026-11-24T15:59:59.999Z"))).toBe("2026-11-24");
});
