import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import { type DeadlineRow, insertDeadline } from "#deadlines/deadlines.store.ts";
import type { ClockMove } from "#deadlines/follow-clock.ts";

/** 记录变动 writes each move as a new version with its reason, and audits it; the caller holds the lock of the case's clocks. */
export async function recordMoves(
  tx: Tx,
  { actor, now, requestId }: Asking,
  caseId: string,
  moves: readonly ClockMove[],
  rows: readonly DeadlineRow[],
  { change, reason }: { readonly change: string; readonly reason: string | null },
): Promise<void> {
  for (const { id, state, due, custody, ledBy } of moves) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`the clock ${id} is not among those of its case`);
    const version = row.version + 1;
    await insertDeadline(tx, { id, version, caseId, state, due, custody, reason, ledBy, by: actor.personId, at: now });
    const event = { kind: "deadline-changed" as const, deadlineId: id, change: ledBy === null ? change : "follow", due };
    await appendEntry(tx, { event, actor, caseId, requestId });
  }
}
