import { expect, test } from "vitest";
import { normaliseCell } from "#scan/records/normalise-cell.ts";

test.each([
  ["１３８", "138"],
  [" 张 三 ", "张三"],
  ["'0123", "0123"],
  ['="0123"', "0123"],
  ["13800138000.0", "13800138000"],
  ["12.50", "12.5"],
  ["12.05", "12.05"],
  ["1.2.0", "1.2.0"],
  ["abcX", "ABCX"],
  ["2024-01-02 03:04:05", "2024-01-02T03:04:05"],
  ["2024/1/2 3:04", "2024-01-02T03:04:00"],
  ["2024-01-02 abc", "2024-01-02ABC"],
])("%j is compared as %j", (cell, normalised) => {
  expect(normaliseCell(cell)).toBe(normalised);
  expect(normaliseCell(normalised)).toBe(normalised);
});
