import { expect, test } from "vitest";
import { estimateLeft } from "#web/lexicons/estimate-left.ts";

const replay = (done: number, seconds: number, more: object = {}) => ({
  status: "running" as const,
  progress: {
    ...{ done, total: 10_000, attempt: 2 },
    updatedAt: new Date(Date.parse("2026-11-25T01:00:00Z") + seconds * 1000).toISOString(),
    begun: { at: "2026-11-25T01:00:00.000Z", done: 1_000 },
    ...more,
  },
});

test("what is left is reckoned from the present attempt alone", () => {
  expect(estimateLeft(replay(4_000, 60)), "3,000 a minute, 6,000 left").toBe(2);
});

test("nothing is said before enough was done, before the documents are chosen, of a replay from before rates were kept, or of one that is over", () => {
  expect(estimateLeft(replay(1_024, 60))).toBeNull();
  expect(estimateLeft(replay(4_000, 2))).toBeNull();
  expect(estimateLeft(replay(4_000, 60, { total: null }))).toBeNull();
  expect(estimateLeft(replay(4_000, 60, { begun: undefined }))).toBeNull();
  expect(estimateLeft({ ...replay(4_000, 60), status: "cancelled" })).toBeNull();
});
