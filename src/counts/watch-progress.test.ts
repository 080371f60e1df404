import { expect, test } from "vitest";
import type { CountProgress } from "#counts/counts.contract.ts";
import { watchProgress } from "#counts/watch-progress.ts";

test("rates are those of the last second, and the watch ends when it is told that nobody listens", async () => {
  const gauge = { reading: "a.csv", sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  const reported: CountProgress[] = [];
  let at = Date.parse("2026-11-24T00:00:00Z");
  const clock = () => new Date(at);
  const report = async (progress: CountProgress) => {
    reported.push(progress);
    at += 500;
    gauge.bytesDone += reported.length === 1 ? 1000 : 4000;
    gauge.rowsDone += 10;
    return reported.length < 4;
  };
  await watchProgress(gauge, { bytesTotal: 20_000, attempt: 2 }, clock, report, new AbortController().signal);
  expect(reported.map(({ bytesDone, bytesPerSecond, rowsPerSecond }) => [bytesDone, bytesPerSecond, rowsPerSecond])).toEqual([
    [0, 0, 0],
    [1000, 2000, 20],
    [5000, 5000, 20],
    [9000, 8000, 20],
  ]);
  expect(reported[0]).toMatchObject({ status: "running", reading: "a.csv", bytesTotal: 20_000, attempt: 2 });
});

test("the history has one pair of rates for each second that went by", async () => {
  const gauge = { reading: "a.csv", sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  const reported: CountProgress[] = [];
  let at = Date.parse("2026-11-24T00:00:00Z");
  const report = async (progress: CountProgress) => {
    reported.push(progress);
    at += 1500;
    gauge.bytesDone += 3000;
    gauge.rowsDone += 15;
    return reported.length < 4;
  };
  await watchProgress(gauge, { bytesTotal: 1e6, attempt: 1 }, () => new Date(at), report, new AbortController().signal);
  expect(reported.map(({ history }) => history?.length)).toEqual([0, 1, 2, 3]);
  expect(reported[3]?.history?.at(-1)).toEqual([2000, 10]);
});
