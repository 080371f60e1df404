import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialTail, hypergeometricMass, hypergeometricTail } from "#sampling/distributions.ts";

/** n over k in whole numbers: an independent count of the ways. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let at = 1; at <= k; at++) ways = (ways * BigInt(n - k + at)) / BigInt(at);
  return ways;
}
const asNumber = (part: bigint, whole: bigint) => Number((part * 10n ** 18n) / whole) / 1e18;

test("probabilities of the hypergeometric are the ways counted in whole numbers", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      (population, a, b, x) => {
        const [holding, drawn] = [a % (population + 1), b % (population + 1)];
        const ways = (at: number) => choose(holding, at) * choose(population - holding, drawn - at);
        const all = choose(population, drawn);
        expect(Math.abs(hypergeometricMass(x, population, holding, drawn) - asNumber(ways(x), all))).toBeLessThan(1e-12);
        let [atLeast, atMost] = [0n, 0n];
        for (let at = 0; at <= drawn; at++) {
          if (at >= x) atLeast += ways(at);
          if (at <= x) atMost += ways(at);
        }
        expect(Math.abs(hypergeometricTail("at-least", x, population, holding, drawn) - asNumber(atLeast, all))).toBeLessThan(1e-12);
        expect(Math.abs(hypergeometricTail("at-most", x, population, holding, drawn) - asNumber(atMost, all))).toBeLessThan(1e-12);
      },
    ),
    { numRuns: 300 },
  );
});

test("tails of the binomial: three known values", () => {
  expect(binomialTail("at-least", 6, 10, 0.5)).toBeCloseTo(386 / 1024, 14);
  expect(binomialTail("at-most", 0, 59, 0.05)).toBeCloseTo(0.95 ** 59, 14);
  expect(binomialTail("at-most", 2, 3, 0.1)).toBeCloseTo(0.999, 14);
});

test("a population of a thousand million is no harder than a small one", () => {
  expect(hypergeometricTail("at-most", 5, 1e9, 5e7, 100)).toBeCloseTo(binomialTail("at-most", 5, 100, 0.05), 6);
});
