import { expect, test } from "vitest";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { nextClockOf } from "#web/deadlines/next-clock.ts";

const clock = (due: string, standing: Deadline["standing"] = "ahead", custody = false) => ({ due, standing, custody });

test("what ends first is next, also when it is over already", () => {
  expect(nextClockOf([clock("2026-12-03"), clock("2026-11-20", "over")])?.due).toBe("2026-11-20");
});

test("what is done or suspended does not run", () => {
  const clocks = [clock("2026-11-01", "done"), clock("2026-11-02", "done-late"), clock("2026-11-03", "suspended")];
  expect(nextClockOf(clocks)).toBeNull();
  expect(nextClockOf([...clocks, clock("2026-11-04", "soon")])?.due).toBe("2026-11-04");
});

test("on the same day custody goes first", () => {
  expect(nextClockOf([clock("2026-12-03"), clock("2026-12-03", "ahead", true)])?.custody).toBe(true);
});
