import { expect, test } from "vitest";
import { parseYuan, typeYuan } from "#web/remedies/fen.ts";

test("yuan as typed become whole fen, nothing stays unknown, what is no amount is told", () => {
  expect(["1,234.5", "0", "0.07", "99999999999.99", " 12 "].map(parseYuan)).toEqual([123_450, 0, 7, 9_999_999_999_999, 1200]);
  expect([parseYuan(""), parseYuan("  ")]).toEqual([null, null]);
  expect(["-1", "1.234", "一百", "1e5", "."].map(parseYuan)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test("what a field shows is read back as the same amount", () => {
  for (const fen of [0, 7, 70, 100, 123_450, 9_000_000_000_000]) expect(parseYuan(typeYuan(fen))).toBe(fen);
  expect(typeYuan(null)).toBe("");
});
