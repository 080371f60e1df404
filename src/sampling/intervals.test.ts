import { describe, expect, test } from "vitest";
import { hypergeometricTail } from "#sampling/distributions.ts";
import { clopperPearsonInterval, hypergeometricInterval, intervalOf, wilsonInterval } from "#sampling/intervals.ts";

const found = (units: number, drawn: number, holds: number, holdsAtMost = holds) => ({ units, drawn, holds, holdsAtMost });

describe("published values", () => {
  test.each([
    // Clopper & Pearson at 95 %: tables of exact binomial limits
    [100, 5, 0.016431, 0.112835],
    [100, 0, 0, 0.036217],
    [20, 20, 0.831566, 1],
    [10, 3, 0.066739, 0.652453],
  ])("of %i, %i hold: exact limits", (drawn, holds, lower, upper) => {
    const interval = clopperPearsonInterval(found(1e9, drawn, holds), 0.95);
    expect(interval.lower).toBeCloseTo(lower, 5);
    expect(interval.upper).toBeCloseTo(upper, 5);
  });
  test("Wilson at 95 %: 5 of 100", () => {
    expect(wilsonInterval(found(1e9, 100, 5), 0.95)).toMatchObject({ lower: 0.021543, upper: 0.111751 });
  });
});

test("the exact interval of a finite population covers the truth at least as often as it says, tried for every truth", () => {
  for (const [units, drawn] of [
    [30, 10],
    [25, 24],
    [60, 7],
    [12, 1],
  ] as const)
    for (const confidence of [0.9, 0.95, 0.99])
      for (let truth = 0; truth <= units; truth++) {
        let covered = 0;
        for (let holds = Math.max(0, drawn - (units - truth)); holds <= Math.min(drawn, truth); holds++) {
          const { least, most } = hypergeometricInterval(found(units, drawn, holds), confidence);
          const chance =
            hypergeometricTail("at-least", holds, units, truth, drawn) - hypergeometricTail("at-least", holds + 1, units, truth, drawn);
          if (least <= truth && truth <= most) covered += chance;
        }
        expect(covered, `${truth} of ${units}, ${drawn} drawn`).toBeGreaterThanOrEqual(confidence - 1e-9);
      }
});

test("a census gives what was found, without a doubt left", () => {
  expect(hypergeometricInterval(found(40, 40, 13), 0.95)).toEqual({ lower: 0.325, upper: 0.325, least: 13, most: 13 });
});

test("units that could not be judged widen the interval on both sides", () => {
  for (const method of ["hypergeometric", "clopper-pearson", "wilson"] as const) {
    const [sure, unsure] = [intervalOf(method, found(1000, 100, 60), 0.95), intervalOf(method, found(1000, 100, 50, 60), 0.95)];
    expect(unsure.least).toBeLessThan(sure.least);
    expect(unsure.most).toBe(sure.most);
  }
});

test("no interval says less than was seen, or more than there can be", () => {
  for (const method of ["hypergeometric", "clopper-pearson", "wilson"] as const)
    for (let holds = 0; holds <= 8; holds++) {
      const { least, most } = intervalOf(method, found(10, 8, holds), 0.95);
      expect(least).toBeGreaterThanOrEqual(holds);
      expect(most).toBeLessThanOrEqual(10 - (8 - holds));
      expect(most).toBeGreaterThanOrEqual(least);
    }
});
