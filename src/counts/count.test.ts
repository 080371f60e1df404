import { expect, test } from "vitest";
import { type CountMove, isOver, nextStatus } from "#counts/count.ts";
import { CountStatus } from "#counts/counts.contract.ts";

const TABLE: Readonly<Record<CountStatus, Partial<Record<CountMove, CountStatus>>>> = {
  waiting: { take: "running", cancel: "cancelled", fail: "failed" },
  running: { take: "running", cancel: "cancelling", finish: "done", fail: "failed", release: "waiting" },
  cancelling: { take: "cancelled", finish: "cancelled", fail: "cancelled", release: "cancelled" },
  cancelled: { retry: "waiting" },
  failed: { retry: "waiting" },
  done: {},
};
const MOVES: readonly CountMove[] = ["take", "cancel", "finish", "fail", "release", "retry"];

for (const status of CountStatus.options) {
  test(`a count that is ${status} goes where the table says and nowhere else`, () => {
    for (const move of MOVES) expect(nextStatus(status, move), move).toBe(TABLE[status][move] ?? null);
    expect(isOver(status)).toBe(["cancelled", "failed", "done"].includes(status));
  });
}
