import { expect, test } from "vitest";
import { formatBytes, formatNumber, formatShare, secondReading, separateFigures } from "#web/design/number/number.ts";

test("thousands are separated and 万 is only a second reading from ten thousand on", () => {
  expect(formatNumber(1286412)).toBe("1,286,412");
  expect(secondReading(1286412, "zh")).toBe("约128.6万");
  expect(secondReading(50_000, "zh")).toBe("5万");
  expect(secondReading(9_999, "zh")).toBeNull();
  expect(secondReading(1286412, "en")).toBeNull();
});

test("bytes are read in the unit that suits them", () => {
  expect([0, 1023, 1536, 5 * 1024 ** 3].map(formatBytes)).toEqual(["0 B", "1023 B", "1.5 KB", "5 GB"]);
});

test("a coverage that is not complete never reads as 100%", () => {
  expect(formatShare(9_999_999, 10_000_000)).toBe("99.9%");
  expect(formatShare(10, 10)).toBe("100%");
  expect(formatShare(0, 0)).toBe("100%");
});

test("thousands are separated in figures with a sign, never inside dates or words", () => {
  expect(["≥ 50000", "30–60000", "2024-03-01", "未知"].map(separateFigures)).toEqual(["≥ 50,000", "30–60,000", "2024-03-01", "未知"]);
});
