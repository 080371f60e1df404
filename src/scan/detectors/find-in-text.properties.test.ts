import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { asProperty } from "#scan/detectors/text.builder.ts";

test("findings stand in order, apart from each other, and inside the text", () => {
  asProperty((text) => {
    let end = 0;
    for (const { from, to } of findInText(text)) {
      expect(from, text).toBeGreaterThanOrEqual(end);
      expect(to, text).toBeGreaterThan(from);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  }, 2000);
});

test("two million digits, letters, signs or groups in one line are read in linear steps", { timeout: 60_000 }, () => {
  for (const unit of ["1", "a", "1 ", "1381234 ", "a@", "-", "密码：", "1.", "ab:", "京A", "*", "138-"]) {
    const text = unit.repeat(Math.ceil(2_000_000 / unit.length));
    expect(findInText(text).length, unit).toBeGreaterThanOrEqual(0);
  }
});
