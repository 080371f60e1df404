import { appendEntry } from "#audit/append-entry.command.ts";
import type { ReadingProgress, ReadingResult } from "#case-documents/case-documents.contract.ts";
import { holdReading, updateReading } from "#case-documents/case-documents.store.ts";
import type { Page } from "#case-documents/cut-pages.ts";
import { findPrompts, insertPages, insertPrompt } from "#case-documents/document-marks.store.ts";
import type { Prompt } from "#case-documents/list-prompts.ts";
import { nextStatus } from "#case-documents/reading.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { addClue } from "#clues/register-clue.command.ts";
import type { Database } from "#database/database.ts";
import { enterCaseDocument } from "#library/enter-case-document.command.ts";
import type { LibraryEntry } from "#library/read-library-text.ts";

export type Settlement = {
  readonly move: "finish" | "fail" | "release";
  /** of the attempt; null = whichever it is (the queue gave the job up) */
  readonly progress: ReadingProgress | null;
  readonly problem?: { readonly zh: string; readonly en: string };
  readonly read?: {
    readonly result: ReadingResult;
    readonly pages: readonly Page[];
    readonly prompts: readonly Prompt[];
    readonly name: string;
    /** what the library of similar cases keeps of it */
    readonly entry: LibraryEntry;
  };
};

/**
 * 了结 pages, facts, prompts, status and audit entries of an attempt in one transaction. An attempt that was overtaken changes nothing. A prompt there is already
 * for this document, track and field stays as it is, whatever became of it: reading again never doubles one and never revives one that was dismissed.
 */
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
    if (read) {
      const known = new Set((await findPrompts(tx, [documentId])).map(({ track, field }) => `${track} ${field}`));
      const facts = await findCaseFacts(tx, caseId, "none");
      if (!facts) throw new Error(`document ${documentId} lies in no case`);
      const { name, entry } = read;
      await enterCaseDocument(tx, { caseId, officeCode: facts.officeCode, documentId, name, entry }, now);
      for (const { track, field, content } of read.prompts) {
        if (known.has(`${track} ${field}`)) continue;
        const made = {
          content,
          origin: { kind: "document" as const, documentId, name: read.name.slice(0, 200) },
          caseId,
          officeCode: facts.officeCode,
          prompted: true,
        };
        const clueId = await addClue(tx, { actor, now, requestId: readingId }, made, readingId);
        await insertPrompt(tx, { documentId, caseId, track, field, clueId, readingId });
      }
    }
    const event = { kind: "work-changed" as const, thing: "case-document", thingId: documentId, action: `reading-${status}`, version: 1 };
    await appendEntry(tx, { event, actor: null, caseId, requestId: readingId });
  });
}
