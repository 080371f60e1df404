import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import { nextBatchStatus } from "#case-documents/batch.ts";
import { type HeldBatch, holdBatch, insertProblems, updateBatch } from "#case-documents/batches.store.ts";
import { insertReadDocuments } from "#case-documents/case-documents.store.ts";
import { insertPages } from "#case-documents/document-marks.store.ts";
import type { Finding } from "#case-documents/find-in-document.ts";
import { guessKind } from "#case-documents/guess-kind.ts";
import { keepFound } from "#case-documents/keep-found.command.ts";
import type { Part } from "#case-documents/open-parts.query.ts";
import { NOTHING_IN_BATCH } from "#case-documents/tell-problem.ts";
import type { Database, Tx } from "#database/database.ts";

/** A part that was opened and read, or why it was not. */
export type ReadPart = Omit<Part, "open"> & { readonly documentId: string; readonly finding: Finding };

export type BatchMoveOn =
  | { readonly move: "keep" | "finish" | "release" }
  | { readonly move: "fail"; readonly problem: { readonly zh: string; readonly en: string } };

/**
 * Keeps a group of documents with their readings, pages, facts and prompts, what was refused, and how far the batch has come: in one transaction. Answers whether the
 * batch goes on; an attempt that was overtaken (`attempt` null: whichever it is) or a batch that was cancelled keeps nothing.
 */
export async function settleBatch(
  database: Database,
  batchId: string,
  attempt: number | null,
  group: readonly ReadPart[],
  on: BatchMoveOn,
  now: Date,
): Promise<boolean> {
  return database.transact({ as: "worker" }, async (tx) => {
    const row = await holdBatch(tx, batchId);
    const next = row && nextBatchStatus(row.status, on.move);
    if (!row || !next || (attempt !== null && attempt !== row.attempt)) return false;
    const kept = next === "cancelled" ? [] : group;
    const entered = row.entered + (await keepDocuments(tx, batchId, row, kept, now));
    const problems = kept.flatMap(({ part, name, finding }) => (finding.ok ? [] : [{ part, name, problem: finding.problem }]));
    await insertProblems(tx, batchId, row.caseId, problems);
    const last = kept.at(-1);
    const nothing = next === "done" && entered === 0;
    const status = nothing ? "failed" : next;
    await updateBatch(tx, batchId, status, now, {
      entered,
      refused: row.refused + problems.length,
      ...(last ? { done: last.done, total: last.total } : {}),
      // a batch that fails remembers which part was being tried when workers died
      ...(last || on.move !== "fail" ? { nextPart: last ? last.part + 1 : row.nextPart } : {}),
      ...(nothing ? { problem: NOTHING_IN_BATCH } : on.move === "fail" ? { problem: on.problem } : {}),
    });
    const [version, action] = [last ? last.part : row.nextPart - 1, on.move === "keep" ? "batch-read" : `batch-${status}`];
    const event = { kind: "work-changed" as const, thing: "document-batch", thingId: batchId, action, version };
    await appendEntry(tx, { event, actor: null, caseId: row.caseId, requestId: batchId });
    return status === "running";
  });
}

/** Answers how many were entered. */
async function keepDocuments(tx: Tx, batchId: string, row: HeldBatch, group: readonly ReadPart[], now: Date): Promise<number> {
  const { caseId, evidenceId, actor } = row;
  const documents = group.flatMap(({ finding, documentId, part, name, place }) =>
    finding.ok
      ? [
          {
            id: documentId,
            readingId: randomUUID(),
            part,
            name: name ?? String(part),
            place,
            kind: row.kind ?? guessKind(name ?? ""),
            found: finding.found,
          },
        ]
      : [],
  );
  await insertReadDocuments(tx, { batchId, caseId, evidenceId, by: actor.personId, at: row.askedAt, now }, documents);
  for (const { readingId, found } of documents) await insertPages(tx, readingId, caseId, found.pages);
  for (const { id, readingId, found } of documents) await keepFound(tx, { documentId: id, caseId, readingId, actor }, found, now);
  return documents.length;
}
