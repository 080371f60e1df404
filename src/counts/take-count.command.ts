import { appendEntry } from "#audit/append-entry.command.ts";
import { nextStatus, waitingProgress } from "#counts/count.ts";
import type { CountProgress } from "#counts/counts.contract.ts";
import { deleteRows, findCountRow, updateCount } from "#counts/counts.store.ts";
import { findHeldDecisions } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { type EvidenceToRead, openEvidenceForCount } from "#evidence/open-evidence-for-count.command.ts";
import { CountOptions } from "#scan/scan.contract.ts";

export type TakenCount = {
  readonly caseId: string;
  readonly options: CountOptions;
  readonly evidence: readonly EvidenceToRead[];
  /** what persons found of items of the case so far */
  readonly decisions: Awaited<ReturnType<typeof findHeldDecisions>>;
  readonly progress: CountProgress;
};

/**
 * 领取 the worker takes a count: one attempt more, rows of an earlier attempt gone, the reading recorded on each piece of evidence.
 * Answers null when there is nothing to do any more (done, failed, cancelled meanwhile).
 */
export async function takeCount(database: Database, countId: string, now: Date): Promise<TakenCount | null> {
  return database.transact({ as: "worker" }, async (tx) => {
    const row = await findCountRow(tx, countId, "update");
    const status = row && nextStatus(row.status, "take");
    if (!row || !status) return null;
    const evidence = status === "running" ? await openEvidenceForCount(tx, row.evidence_ids, countId, now) : [];
    const bytesTotal = status === "running" ? evidence.reduce((sum, { bytes }) => sum + bytes, 0) : row.progress.bytesTotal;
    const attempt = row.progress.attempt + (status === "running" ? 1 : 0);
    const progress: CountProgress = { ...waitingProgress(bytesTotal, attempt, now), status };
    const decisions = status === "running" ? await findHeldDecisions(tx, row.case_id) : [];
    await deleteRows(tx, countId);
    await updateCount(tx, countId, progress, now);
    await appendEntry(tx, { event: { kind: "count-changed", countId, status }, actor: null, caseId: row.case_id, requestId: countId });
    if (status !== "running") return null;
    return { caseId: row.case_id, options: CountOptions.parse(row.options), evidence, decisions, progress };
  });
}
