import { expect, test } from "vitest";
import { buildSpeedLine } from "#web/ledgers/speed-line.ts";

test("one second makes no line", () => {
  expect(buildSpeedLine([[100, 1]], 120, 22)).toBeNull();
});

test("the fastest second touches the top, standing still the bottom; the newest is at the right", () => {
  const line = buildSpeedLine(
    [
      [0, 0],
      [500, 40],
      [1000, 10],
    ],
    120,
    22,
  );
  expect(line?.bytes).toBe("M0.0 21.0L60.0 11.0L120.0 1.0");
  expect(line?.rows).toBe("M0.0 21.0L60.0 1.0L120.0 16.0");
});
