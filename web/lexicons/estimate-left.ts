import type { Replay } from "#lexicons/lexicons.contract.ts";

/** Documents and milliseconds an attempt must have behind it before its rate says anything. */
const ENOUGH = { documents: 25, ms: 3_000 } as const;

/** Minutes a running replay still needs at the rate of its present attempt; null while nothing can be said. Pure. */
export function estimateLeft({ status, progress: { begun, done, total, updatedAt } }: Pick<Replay, "status" | "progress">): number | null {
  if (status !== "running" || begun === undefined || total === null) return null;
  const [documents, ms] = [done - begun.done, Date.parse(updatedAt) - Date.parse(begun.at)];
  if (documents < ENOUGH.documents || ms < ENOUGH.ms) return null;
  return ((total - done) * ms) / documents / 60_000;
}
