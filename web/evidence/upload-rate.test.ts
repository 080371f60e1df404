import { expect, test } from "vitest";
import { formatSeconds, keepSample, rateOf, secondsLeft } from "#web/evidence/upload-rate.ts";

test("the rate is that of the last three seconds, not of the whole upload", () => {
  let samples = keepSample([], { at: 0, bytes: 0 });
  samples = keepSample(samples, { at: 10_000, bytes: 1_000 });
  samples = keepSample(samples, { at: 11_000, bytes: 3_000 });
  expect(rateOf(samples)).toBe(2_000);
});

test("a single sample says nothing about the rate, and no rate nothing about the time left", () => {
  expect(rateOf(keepSample([], { at: 5, bytes: 5 }))).toBeNull();
  expect(secondsLeft(1_000, null)).toBeNull();
  expect(secondsLeft(1_000, 0)).toBeNull();
  expect(secondsLeft(1_001, 500)).toBe(3);
});

test("the time left is read in the unit that suits it", () => {
  expect([42, 150, 7_500].map(formatSeconds)).toEqual(["42 s", "3 min", "2 h 5 min"]);
});
