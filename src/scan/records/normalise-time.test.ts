import { expect, test } from "vitest";
import { normaliseTime, readCountedTime } from "#scan/records/normalise-time.ts";

test.each([
  ["2024-03-01 09:05:00", "2024-03-01T09:05:00"],
  ["2024/3/1 9:05", "2024-03-01T09:05:00"],
  ["2024.03.01", "2024-03-01"],
  ["2024年3月1日 09：05：07", "2024-03-01T09:05:07"],
  ["2024-03-01T09:05:00.000", "2024-03-01T09:05:00"],
  ["2024-03-01 00:00:00", "2024-03-01"],
  ["2024-13-01", null],
  ["2024-03", null],
  ["2024-03-01 09:05:00 +0800", null],
  ["20240301", null],
  ["12:00", null],
])("%j is the moment %j", (text, moment) => {
  expect(normaliseTime(text)).toBe(moment);
  if (moment !== null) expect(normaliseTime(moment)).toBe(moment);
});

test.each([
  ["45352", "2024-03-01"],
  ["45352.37847222222", "2024-03-01T09:05:00"],
  ["45352.99999999", "2024-03-02"],
  ["300", null],
  ["99999", null],
  ["1709258400", null],
])("%j of a spreadsheet is the moment %j", (text, moment) => {
  expect(readCountedTime(text)).toBe(moment);
});
