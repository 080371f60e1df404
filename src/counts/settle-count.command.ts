import { appendEntry } from "#audit/append-entry.command.ts";
import { type CountMove, nextStatus } from "#counts/count.ts";
import type { CountProgress, CountRow } from "#counts/counts.contract.ts";
import { findCountRow, insertRows, updateCount } from "#counts/counts.store.ts";
import { type FoundItem, insertItems } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import type { CountResult } from "#scan/scan.contract.ts";

export type Settlement = {
  readonly move: Extract<CountMove, "finish" | "fail" | "release">;
  /** progress of the attempt; null = whichever attempt it is (the queue gave the job up) */
  readonly progress: CountProgress | null;
  readonly problem?: { readonly zh: string; readonly en: string };
  readonly result?: CountResult;
  readonly rows?: readonly { readonly seq: number; readonly row: CountRow }[];
  readonly items?: readonly FoundItem[];
};

/**
 * 了结 figures, rows, status and audit entry of an attempt in one transaction. An attempt that was overtaken (its worker was believed
 * dead and another took the count) changes nothing.
 */
export async function settleCount(database: Database, countId: string, settlement: Settlement, now: Date): Promise<void> {
  await database.transact({ as: "worker" }, async (tx) => {
    const row = await findCountRow(tx, countId, "update");
    const status = row && nextStatus(row.status, settlement.move);
    if (!row || !status) return;
    if (settlement.progress !== null && settlement.progress.attempt !== row.progress.attempt) return;
    const progress = {
      ...(settlement.progress ?? row.progress),
      status,
      bytesPerSecond: 0,
      rowsPerSecond: 0,
      updatedAt: now.toISOString(),
    };
    if (status === "done" && settlement.rows) await insertRows(tx, countId, settlement.rows);
    if (status === "done" && settlement.items) await insertItems(tx, countId, row.case_id, settlement.items);
    await updateCount(tx, countId, progress, now, {
      ...(status === "done" && settlement.result ? { result: settlement.result } : {}),
      ...(status === "failed" && settlement.problem ? { problem: settlement.problem } : {}),
    });
    await appendEntry(tx, { event: { kind: "count-changed", countId, status }, actor: null, caseId: row.case_id, requestId: countId });
  });
}
