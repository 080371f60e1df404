import type { CountProgress, CountStatus } from "#counts/counts.contract.ts";

/**
 * 统计 what may happen to a count, by status. `take` is the worker beginning (or beginning again after a death in
 * the middle), `release` the worker stopping in order.
 */
export const COUNT_MOVES = {
  waiting: { take: "running", cancel: "cancelled", fail: "failed" },
  running: { take: "running", cancel: "cancelling", finish: "done", fail: "failed", release: "waiting" },
  cancelling: { take: "cancelled", finish: "cancelled", fail: "cancelled", release: "cancelled" },
  cancelled: { retry: "waiting" },
  failed: { retry: "waiting" },
  done: {},
} as const satisfies Record<CountStatus, Partial<Record<CountMove, CountStatus>>>;

export type CountMove = "take" | "cancel" | "finish" | "fail" | "release" | "retry";

/** 状态名 */
export const STATUS_NAMES = {
  waiting: { zh: "等待中", en: "waiting" },
  running: { zh: "统计中", en: "running" },
  cancelling: { zh: "正在取消", en: "cancelling" },
  cancelled: { zh: "已取消", en: "cancelled" },
  failed: { zh: "失败", en: "failed" },
  done: { zh: "已完成", en: "done" },
} as const satisfies Record<CountStatus, { zh: string; en: string }>;

/** The status after the move, or null when it is not allowed. */
export function nextStatus(status: CountStatus, move: CountMove): CountStatus | null {
  const moves: Partial<Record<CountMove, CountStatus>> = COUNT_MOVES[status];
  return moves[move] ?? null;
}

/** Nothing happens any more unless a person asks. */
export function isOver(status: CountStatus): boolean {
  return status === "cancelled" || status === "failed" || status === "done";
}

/** Progress of a count that waits for its first attempt, or for another one. */
export function waitingProgress(bytesTotal: number, attempt: number, now: Date): CountProgress {
  return {
    status: "waiting",
    reading: null,
    sourcesDone: 0,
    bytesDone: 0,
    bytesTotal,
    rowsDone: 0,
    bytesPerSecond: 0,
    rowsPerSecond: 0,
    attempt,
    updatedAt: now.toISOString(),
  };
}
