import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOnGauge } from "#web/assessment/gauge-scale.ts";

test("the threshold and its tenfold stand at their lines", () => {
  expect([0, 50, 500].map((value) => placeOnGauge(value, 50))).toEqual([0, 0.4, 0.8]);
});

test("more never stands left of less, and nothing leaves the gauge", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(placeOnGauge(less, 500)).toBeLessThanOrEqual(placeOnGauge(more, 500));
      expect(placeOnGauge(more, 500)).toBeLessThanOrEqual(1);
    }),
  );
});
