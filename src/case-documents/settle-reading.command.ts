import { appendEntry } from "#audit/append-entry.command.ts";
import type { ReadingProgress } from "#case-documents/case-documents.contract.ts";
import { holdReading, updateReading } from "#case-documents/case-documents.store.ts";
import { insertPages } from "#case-documents/document-marks.store.ts";
import { type Found, keepFound } from "#case-documents/keep-found.command.ts";
import { nextStatus } from "#case-documents/reading.ts";
import type { Database } from "#database/database.ts";

export type Settlement = {
  readonly move: "finish" | "fail" | "release";
  /** of the attempt; null = whichever it is (the queue gave the job up) */
  readonly progress: ReadingProgress | null;
  readonly problem?: { readonly zh: string; readonly en: string };
  readonly read?: Found;
};

/** 了结 pages, facts, prompts, status and audit entries of an attempt in one transaction. An attempt that was overtaken changes nothing. */
export async function settleReading(database: Database, readingId: string, settlement: Settlement, now: Date): Promise<void> {
  await database.transact({ as: "worker" }, async (tx) => {
    const row = await holdReading(tx, readingId);
    const status = row && nextStatus(row.status, settlement.move);
    if (!row || !status) return;
    if (settlement.progress !== null && settlement.progress.attempt !== row.progress.attempt) return;
    const progress = { ...(settlement.progress ?? row.progress), updatedAt: now.toISOString() };
    const { documentId, caseId, actor } = row;
    const read = status === "done" ? settlement.read : undefined;
    if (read) await insertPages(tx, readingId, caseId, read.pages);
    await updateReading(tx, readingId, status, now, {
      progress,
      ...(read ? { result: read.result } : {}),
      ...(status === "failed" && settlement.problem ? { problem: settlement.problem } : {}),
    });
    if (read) await keepFound(tx, { documentId, caseId, readingId, actor }, read, now);
    const event = { kind: "work-changed" as const, thing: "case-document", thingId: documentId, action: `reading-${status}`, version: 1 };
    await appendEntry(tx, { event, actor: null, caseId, requestId: readingId });
  });
}
