import { setTimeout as pause } from "node:timers/promises";
import { type OnPartFailed, TRIES } from "#case-documents/read-part.ts";
import { type BatchMoveOn, type ReadPart, settleBatch } from "#case-documents/settle-batch.command.ts";
import { PART_BROKE_OFF } from "#case-documents/tell-problem.ts";
import type { Database } from "#database/database.ts";

type Attempt = { readonly database: Database; readonly batchId: string; readonly attempt: number; readonly clock: () => Date };

/**
 * Keeps a group; when that fails by one of its parts, each part by itself, and the one that cannot be kept is refused alone. Answers whether the batch goes on.
 * @throws when the database is out of reach: the queue tries again
 */
export async function settleParts(given: Attempt, group: readonly ReadPart[], on: BatchMoveOn, onFailed: OnPartFailed): Promise<boolean> {
  const settle = (parts: readonly ReadPart[], move: BatchMoveOn) =>
    settleBatch(given.database, given.batchId, given.attempt, parts, move, given.clock());
  try {
    return await settle(group, on);
  } catch (failure) {
    if (group.length === 0 || !isOfContent(failure)) throw failure;
  }
  for (const part of group) if (!(await settleOne(settle, part, onFailed))) return false;
  return on.move === "keep" ? true : settle([], on);
}

async function settleOne(
  settle: (parts: readonly ReadPart[], move: BatchMoveOn) => Promise<boolean>,
  part: ReadPart,
  onFailed: OnPartFailed,
): Promise<boolean> {
  for (let tried = 1; tried <= TRIES.many; tried++)
    try {
      return await settle([part], { move: "keep" });
    } catch (failure) {
      if (!isOfContent(failure)) throw failure;
      onFailed(failure, part.part);
      await pause(TRIES.pauseMs);
    }
  return settle([{ ...part, finding: { ok: false, problem: PART_BROKE_OFF } }], { move: "keep" });
}

/** By SQLSTATE: data the database refuses (22, 23), limits (54), its own functions (P0), faults inside (XX), a statement that took too long. */
const OF_CONTENT = /^(?:22|23|54|P0|XX)|^57014$/;

/** Whether a failure follows from what was to be kept; anything else (no connection, a deadlock) may go away by itself. */
function isOfContent(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if ("code" in failure) return OF_CONTENT.test(String(failure.code));
  return failure instanceof TypeError || failure instanceof RangeError || failure.name === "ZodError";
}
