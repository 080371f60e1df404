import { setTimeout as pause } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import { nextBatchStatus } from "#case-documents/batch.ts";
import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { findBatchState, holdBatch, tellTrying, updateBatch } from "#case-documents/batches.store.ts";
import { openParts, type Start, TooManyParts } from "#case-documents/open-parts.query.ts";
import type { ReadingWorkerParts } from "#case-documents/read-document.worker.ts";
import { type OnPartFailed, readPart } from "#case-documents/read-part.ts";
import { type BatchMoveOn, type ReadPart, settleBatch } from "#case-documents/settle-batch.command.ts";
import { settleParts } from "#case-documents/settle-parts.command.ts";
import { BATCH_GIVEN_UP, PART_BROKE_OFF, tellDamage, wordsOf } from "#case-documents/tell-problem.ts";
import type { Database } from "#database/database.ts";
import type { EvidenceToRead } from "#evidence/open-evidence-for-count.command.ts";
import { openEvidenceForDocument } from "#evidence/open-evidence-for-document.command.ts";
import { VaultProblem } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { openOfficeKnowledge } from "#lexicons/find-office-knowledge.query.ts";
import type { Knowledge } from "#reading/read-text.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

/** A group is kept after so long though it is not full: progress is seen. */
const LONGEST_MS = 1000;
/** How often it is asked whether the batch was cancelled: in the middle of a slow part too. */
const EVERY_MS = 400;

type Taken = {
  readonly evidence: EvidenceToRead;
  readonly attempt: number;
  readonly start: Start;
  /** a worker died in the middle: parts up to this number are tried one by one; 0 = none */
  readonly carefulUntil: number;
  /** the part that was being tried when workers died, and how often it was begun */
  readonly trying: { readonly part: number; readonly tries: number } | null;
  /** with the lexicon of the case's office as it stands at the beginning of the attempt */
  readonly knowledge: Knowledge;
};

/**
 * The job of the queue `read-batch`. Documents are kept a group at a time, in one transaction with how far the batch has come, so an attempt goes on where the last
 * one was cut off and nothing is entered twice. What nobody foresaw fails the part it happens at, alone: an exception after its tries, the death of the worker after two.
 */
export function buildBatchWorker(given: ReadingWorkerParts & { readonly onPartFailed?: OnPartFailed }): JobHandler<"read-batch"> {
  const { database, clock, onPartFailed = () => undefined } = given;
  const knowledgeOf = openOfficeKnowledge(given.knowledge);
  return {
    async run({ batchId }, { signal }) {
      const taken = await takeBatch(given, batchId, knowledgeOf);
      if (taken === null) return;
      const rules = { ...given, knowledge: taken.knowledge, model: loadModel() };
      const [stop, over] = [new AbortController(), new AbortController()];
      const watching = watch(database, batchId, taken.attempt, stop, over.signal);
      const stopping = AbortSignal.any([signal, stop.signal]);
      let group: ReadPart[] = [];
      let end: BatchMoveOn = { move: "finish" };
      const settle = async (on: BatchMoveOn) => {
        const kept = group;
        group = [];
        return settleParts({ database, batchId, attempt: taken.attempt, clock }, kept, on, onPartFailed);
      };
      try {
        const source = given.vault.open(taken.evidence, taken.evidence.path);
        let [characters, begun] = [0, performance.now()];
        for await (const part of openParts(source, taken.start, stopping)) {
          const isCareful = part.part <= taken.carefulUntil;
          const tries = taken.trying?.part === part.part ? taken.trying.tries : 0;
          if (isCareful && tries < MOST_DEATHS)
            await database.transact({ as: "worker" }, (tx) => tellTrying(tx, batchId, part.part, tries + 1));
          group.push(tries < MOST_DEATHS ? await readPart(rules, part, stopping, onPartFailed) : refuse(part));
          characters += lengthOf(group.at(-1));
          const isFull = isCareful || group.length >= BATCH_LIMITS.group || characters >= BATCH_LIMITS.groupCharacters;
          if (!isFull && performance.now() - begun < LONGEST_MS) continue;
          if (!(await settle({ move: "keep" }))) return;
          [characters, begun] = [0, performance.now()];
        }
      } catch (problem) {
        // `cancelling` finishes as `cancelled`; an attempt that was overtaken settles nothing
        if (stop.signal.aborted) end = { move: "finish" };
        else if (signal.aborted) end = { move: "release" };
        else if (problem instanceof Unreadable) end = { move: "fail", problem: wordsOf(problem.problem) };
        else if (problem instanceof TooManyParts) end = { move: "fail", problem: problem.sentence };
        else if (problem instanceof VaultProblem) end = { move: "fail", problem: tellDamage(problem) };
        else throw problem;
      } finally {
        over.abort();
        await watching;
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
    const trying = row.tryingPart === null ? null : { part: row.tryingPart, tries: row.tries };
    const carefulUntil = row.status === "running" || trying !== null ? row.nextPart + BATCH_LIMITS.group : 0;
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
    return evidence && { evidence, attempt, start: { part: row.nextPart, done: row.done }, carefulUntil, trying, knowledge };
  });
}

/** A part that was being read each time a worker died is not tried again. */
const MOST_DEATHS = 2;

function refuse(part: Omit<ReadPart, "documentId" | "finding">): ReadPart {
  return { ...part, documentId: "", finding: { ok: false, problem: PART_BROKE_OFF } };
}

function lengthOf(part: ReadPart | undefined): number {
  return part?.finding.ok ? part.finding.found.result.length : 0;
}

/** Looks whether the batch is still this attempt's; raises `stop` when it was cancelled or another took over. */
async function watch(database: Database, batchId: string, attempt: number, stop: AbortController, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await pause(EVERY_MS, undefined, { signal: over }).catch(() => undefined); // aborted: the loop's own condition ends it
    if (over.aborted) return;
    const state = await database.transact({ as: "worker" }, (tx) => findBatchState(tx, batchId)).catch(() => null); // out of reach: the next group finds out
    if (state === null || (state.status === "running" && state.attempt === attempt)) continue;
    stop.abort(new Error("the batch was cancelled or taken over"));
    return;
  }
}
