import type { ReadingStatus } from "#case-documents/case-documents.contract.ts";

/**
 * 成批阅读 what may happen to a batch, by status. `take` is the worker beginning or beginning again after a death in the middle, `release` the worker stopping in
 * order. What was entered stays; a batch that was cancelled or failed goes on behind it when a person asks.
 */
const MOVES = {
  waiting: { take: "running", cancel: "cancelled", fail: "failed" },
  running: { take: "running", cancel: "cancelling", keep: "running", finish: "done", fail: "failed", release: "waiting" },
  cancelling: { take: "cancelled", keep: "cancelled", finish: "cancelled", fail: "cancelled", release: "cancelled" },
  cancelled: { resume: "waiting" },
  failed: { resume: "waiting" },
  done: {},
} as const satisfies Record<ReadingStatus, Partial<Record<BatchMove, ReadingStatus>>>;

export type BatchMove = "take" | "cancel" | "keep" | "finish" | "fail" | "release" | "resume";

/** The status after the move, or null when it is not allowed. */
export function nextBatchStatus(status: ReadingStatus, move: BatchMove): ReadingStatus | null {
  const moves: Partial<Record<BatchMove, ReadingStatus>> = MOVES[status];
  return moves[move] ?? null;
}
