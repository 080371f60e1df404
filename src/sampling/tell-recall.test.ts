import { expect, test } from "vitest";
import { type CheckedLine, NullSetRecall, type NullSetSample } from "#sampling/sampling.contract.ts";
import { tellRecall } from "#sampling/tell-recall.ts";

const SAMPLE: NullSetSample = {
  seed: "1",
  asked: 50,
  population: 1000,
  withFindings: 3000,
  lines: Array.from({ length: 50 }, (_, at) => ({ source: "a.txt", row: at + 1, masked: "…" })),
  notSampled: [],
  ifNoneMissed: null,
};
const check = (missed: number, unclear = 0, all = 50): CheckedLine[] =>
  Array.from({ length: all }, (_, line) => ({
    line,
    finding: line < missed ? "missed" : line < missed + unclear ? "unclear" : "clear",
    note: null,
  }));
const tell = (checks: readonly CheckedLine[], sample = SAMPLE) => NullSetRecall.parse(tellRecall(sample, checks));

test("nothing follows before every drawn line was looked at", () => {
  expect(tell(check(0, 0, 49))).toMatchObject({ clear: 49, unchecked: 1, missedInAll: null, recallAtLeast: null });
});

test("none missed bounds what was missed, and so the recall", () => {
  const told = tell(check(0));
  // 0 of 50: at most 7.1 % at 95 % for an endless population, a little less for a thousand
  expect(told.missedInAll?.least).toBe(0);
  expect(told.missedInAll?.most).toBeGreaterThan(60);
  expect(told.missedInAll?.most).toBeLessThanOrEqual(71);
  expect(told.recallAtLeast).toBeCloseTo(3000 / (3000 + (told.missedInAll?.most ?? 0)), 5);
  expect(told.sentence.zh).toContain("检出率不低于97.");
});

test("missed lines move both bounds, unclear ones the upper alone", () => {
  const [none, missed, unclear] = [tell(check(0)), tell(check(3)), tell(check(0, 3))];
  expect(missed.missedInAll?.least).toBeGreaterThanOrEqual(3);
  expect(unclear.missedInAll).toEqual({ least: 0, most: missed.missedInAll?.most });
  expect(unclear.recallAtLeast).toBeLessThan(none.recallAtLeast ?? 0);
});

test("a later finding of a line replaces an earlier one; lines beyond the sample are none", () => {
  const checks: CheckedLine[] = [{ line: 0, finding: "missed", note: null }, ...check(0), { line: 77, finding: "missed", note: null }];
  expect(tell(checks)).toMatchObject({ missed: 0, clear: 50, unchecked: 0 });
});

test("without lines there is nothing to say", () => {
  expect(tell([], { ...SAMPLE, population: 0, lines: [] })).toMatchObject({ missedInAll: null, recallAtLeast: null });
});
