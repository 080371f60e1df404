import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { LOOKALIKES, NO_LOOKALIKES } from "#scan/detectors/lookalikes.cases.ts";

test.each(LOOKALIKES)("%j only looks like personal information", (line) => {
  expect(findInText(line)).toEqual([]);
});

test.each(NO_LOOKALIKES)("%j holds %s: %s", (line, found) => {
  expect(
    findInText(line)
      .map(({ kind, state, value }) => `${kind} ${state} ${value}`)
      .join(" + "),
  ).toBe(found);
});

test("there are lines enough, none twice", () => {
  expect(LOOKALIKES.length).toBeGreaterThan(150);
  expect(new Set(LOOKALIKES).size).toBe(LOOKALIKES.length);
});
