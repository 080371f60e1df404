import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import { nextBatchStatus } from "#case-documents/batch.ts";
import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { holdBatch, updateBatch } from "#case-documents/batches.store.ts";
import { findInDocument } from "#case-documents/find-in-document.ts";
import { openParts, type Part, type Start, TooManyParts } from "#case-documents/open-parts.query.ts";
import type { ReadingWorkerParts } from "#case-documents/read-document.worker.ts";
import { type BatchMoveOn, type ReadPart, settleBatch } from "#case-documents/settle-batch.command.ts";
import { BATCH_GIVEN_UP, tellDamage, tellProblem } from "#case-documents/tell-problem.ts";
import type { EvidenceToRead } from "#evidence/open-evidence-for-count.command.ts";
import { openEvidenceForDocument } from "#evidence/open-evidence-for-document.command.ts";
import { VaultProblem } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { openOfficeKnowledge } from "#lexicons/find-office-knowledge.query.ts";
import type { Knowledge } from "#reading/read-text.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

/** A group is kept after so long though it is not full: progress is seen, and cancelling is heard. */
const LONGEST_MS = 1000;

type Taken = {
  readonly evidence: EvidenceToRead;
  readonly attempt: number;
  readonly start: Start;
  /** with the lexicon of the case's office as it stands at the beginning of the attempt */
  readonly knowledge: Knowledge;
};

/**
 * The job of the queue `read-batch`. Documents are kept a group at a time, in one transaction with how far the batch has come, so an attempt goes on where the last
 * one was cut off and nothing is entered twice.
 */
export function buildBatchWorker(given: ReadingWorkerParts): JobHandler<"read-batch"> {
  const { database, clock } = given;
  const knowledgeOf = openOfficeKnowledge(given.knowledge);
  return {
    async run({ batchId }, { signal }) {
      const taken = await takeBatch(given, batchId, knowledgeOf);
      if (taken === null) return;
      const parts = { ...given, knowledge: taken.knowledge };
      let group: ReadPart[] = [];
      let end: BatchMoveOn = { move: "finish" };
      const settle = async (on: BatchMoveOn) => {
        const kept = group;
        group = [];
        return settleBatch(database, batchId, taken.attempt, kept, on, clock());
      };
      try {
        const source = parts.vault.open(taken.evidence, taken.evidence.path);
        let [characters, begun] = [0, performance.now()];
        for await (const part of openParts(source, taken.start, signal)) {
          group.push(await readPart(parts, part, signal));
          characters += part.opened.ok ? part.opened.document.text.length : 0;
          const isFull = group.length >= BATCH_LIMITS.group || characters >= BATCH_LIMITS.groupCharacters;
          if (!isFull && performance.now() - begun < LONGEST_MS) continue;
          if (!(await settle({ move: "keep" }))) return;
          [characters, begun] = [0, performance.now()];
        }
      } catch (problem) {
        if (problem instanceof Unreadable) end = { move: "fail", problem: tellProblem(problem.problem) };
        else if (problem instanceof TooManyParts) end = { move: "fail", problem: problem.sentence };
        else if (problem instanceof VaultProblem) end = { move: "fail", problem: tellDamage(problem) };
        else if (signal.aborted) end = { move: "release" };
        else throw problem;
      }
      await settle(end);
      if (end.move === "release") throw signal.reason;
    },
    abandoned: ({ batchId }) =>
      settleBatch(database, batchId, null, [], { move: "fail", problem: BATCH_GIVEN_UP }, clock()).then(() => undefined),
  };
}

/** One attempt more, the reading recorded on the piece of evidence. Null when there is nothing to do any more. */
async function takeBatch(
  { database, clock }: ReadingWorkerParts,
  batchId: string,
  knowledgeOf: ReturnType<typeof openOfficeKnowledge>,
): Promise<Taken | null> {
  return database.transact({ as: "worker" }, async (tx) => {
    const row = await holdBatch(tx, batchId);
    const status = row && nextBatchStatus(row.status, "take");
    if (!row || !status) return null;
    const now = clock();
    const attempt = row.attempt + 1;
    await updateBatch(tx, batchId, status, now, { attempt });
    const evidence = status === "running" ? await openEvidenceForDocument(tx, row.evidenceId, batchId, now) : null;
    const event = {
      kind: "work-changed" as const,
      thing: "document-batch",
      thingId: batchId,
      action: `batch-${status}`,
      version: row.nextPart,
    };
    await appendEntry(tx, { event, actor: null, caseId: row.caseId, requestId: batchId });
    const knowledge = await knowledgeOf(tx, { caseId: row.caseId });
    return evidence && { evidence, attempt, start: { part: row.nextPart, done: row.done }, knowledge };
  });
}

async function readPart(parts: ReadingWorkerParts, part: Part, signal: AbortSignal): Promise<ReadPart> {
  const documentId = randomUUID();
  const { name, opened } = part;
  if (!opened.ok) return { ...part, documentId, finding: opened };
  const finding = await findInDocument(
    opened.document,
    { id: documentId, name: name ?? String(part.part) },
    { ...parts, model: loadModel() },
    async () => {
      await breathe();
      signal.throwIfAborted();
    },
  );
  return { ...part, documentId, finding };
}
