import type { ReadingProgress, ReadingStatus } from "#case-documents/case-documents.contract.ts";

/**
 * 阅卷 what may happen to a reading, by status. `take` is the worker beginning (or beginning again after a death in the middle), `release` the worker stopping
 * in order. A reading that is over stays; reading again makes a new one.
 */
const MOVES = {
  waiting: { take: "running", cancel: "cancelled", fail: "failed" },
  running: { take: "running", cancel: "cancelling", finish: "done", fail: "failed", release: "waiting" },
  cancelling: { take: "cancelled", finish: "cancelled", fail: "cancelled", release: "cancelled" },
  cancelled: {},
  failed: {},
  done: {},
} as const satisfies Record<ReadingStatus, Partial<Record<ReadingMove, ReadingStatus>>>;

export type ReadingMove = "take" | "cancel" | "finish" | "fail" | "release";

export const STATUS_NAMES = {
  waiting: { zh: "等待阅读", en: "waiting" },
  running: { zh: "正在阅读", en: "being read" },
  cancelling: { zh: "正在取消", en: "cancelling" },
  cancelled: { zh: "已取消", en: "cancelled" },
  failed: { zh: "未能读取", en: "not read" },
  done: { zh: "已阅读", en: "read" },
} as const satisfies Record<ReadingStatus, { zh: string; en: string }>;

/** The status after the move, or null when it is not allowed. */
export function nextStatus(status: ReadingStatus, move: ReadingMove): ReadingStatus | null {
  const moves: Partial<Record<ReadingMove, ReadingStatus>> = MOVES[status];
  return moves[move] ?? null;
}

/** Nothing happens any more unless a person asks. */
export function isOver(status: ReadingStatus): boolean {
  return status === "cancelled" || status === "failed" || status === "done";
}

/** Progress of a reading that waits, or begins its attempt. */
export function beginningProgress(step: "waiting" | "opening", attempt: number, now: Date): ReadingProgress {
  return { step, done: 0, total: null, attempt, updatedAt: now.toISOString() };
}
