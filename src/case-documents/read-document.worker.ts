import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { ReadingProgress } from "#case-documents/case-documents.contract.ts";
import { holdReading, tellProgress, updateReading } from "#case-documents/case-documents.store.ts";
import { findInDocument } from "#case-documents/find-in-document.ts";
import { openPart, type Part } from "#case-documents/open-parts.query.ts";
import { beginningProgress, nextStatus } from "#case-documents/reading.ts";
import { type Settlement, settleReading } from "#case-documents/settle-reading.command.ts";
import { GIVEN_UP, tellDamage, wordsOf } from "#case-documents/tell-problem.ts";
import type { TraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import type { Database } from "#database/database.ts";
import { readDocument } from "#documents/read-document.query.ts";
import type { EvidenceToRead } from "#evidence/open-evidence-for-count.command.ts";
import { openEvidenceForDocument } from "#evidence/open-evidence-for-document.command.ts";
import { type Vault, VaultProblem } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { openOfficeKnowledge } from "#lexicons/find-office-knowledge.query.ts";
import type { Knowledge } from "#reading/read-text.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

export type ReadingWorkerParts = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  /** as it ships; each document is read with the lexicon of its office on top */
  readonly knowledge: Knowledge;
  readonly toolVersion: string;
  readonly traitFingerprint: TraitFingerprint;
};
type AttemptParts = ReadingWorkerParts & { readonly knowledgeOf: ReturnType<typeof openOfficeKnowledge> };

const EVERY_MS = 400;

/** Why an attempt ends before it has read everything. */
class Stopped extends Error {
  readonly because: "cancelled" | "overtaken";
  constructor(because: "cancelled" | "overtaken") {
    super(because);
    this.because = because;
  }
}

/** The job of the queue `read-document`. Safe to repeat: what is read follows from bytes and rules alone, and is kept in one transaction. */
export function buildReadingWorker(given: ReadingWorkerParts): JobHandler<"read-document"> {
  const { database, clock } = given;
  const parts = { ...given, knowledgeOf: openOfficeKnowledge(given.knowledge) };
  const settle = (readingId: string, settlement: Settlement) => settleReading(database, readingId, settlement, clock());
  return {
    async run({ readingId }, { signal }) {
      const taken = await takeReading(parts, readingId);
      if (taken === null) return;
      const settlement = await attempt(parts, readingId, taken, signal);
      if (settlement === null) return;
      await settle(readingId, settlement);
      if (settlement.move === "release") throw signal.reason;
    },
    abandoned: ({ readingId }) => settle(readingId, { move: "fail", progress: null, problem: GIVEN_UP }),
  };
}

type Taken = {
  readonly documentId: string;
  readonly evidence: EvidenceToRead;
  /** the line or file of it, where the document came in a batch */
  readonly part: (Pick<Part, "part" | "place"> & { readonly name: string | null }) | null;
  readonly progress: ReadingProgress;
  /** with the lexicon of the case's office as it stands at the beginning of the attempt */
  readonly knowledge: Knowledge;
};

/** One attempt more, the reading recorded on the piece of evidence. Null when there is nothing to do any more. */
async function takeReading({ database, clock, knowledgeOf }: AttemptParts, readingId: string): Promise<Taken | null> {
  return database.transact({ as: "worker" }, async (tx) => {
    const row = await holdReading(tx, readingId);
    const status = row && nextStatus(row.status, "take");
    if (!row || !status) return null;
    const now = clock();
    const progress = beginningProgress("opening", row.progress.attempt + 1, now);
    await updateReading(tx, readingId, status, now, { progress });
    const evidence = status === "running" ? await openEvidenceForDocument(tx, row.evidenceId, readingId, now) : null;
    const event = {
      kind: "work-changed" as const,
      thing: "case-document",
      thingId: row.documentId,
      action: `reading-${status}`,
      version: 1,
    };
    await appendEntry(tx, { event, actor: null, caseId: row.caseId, requestId: readingId });
    return (
      evidence && {
        documentId: row.documentId,
        evidence,
        part: row.part,
        progress,
        knowledge: await knowledgeOf(tx, { caseId: row.caseId }),
      }
    );
  });
}

/** Reads once; answers how it ended, null when another attempt took over. @throws what is no property of the document: the queue tries again */
async function attempt(parts: AttemptParts, readingId: string, taken: Taken, signal: AbortSignal): Promise<Settlement | null> {
  const { database, vault, clock } = parts;
  const [stop, over] = [new AbortController(), new AbortController()];
  let progress = taken.progress;
  const watching = watch(async () => {
    progress = { ...progress, updatedAt: clock().toISOString() };
    const row = await database.transact({ as: "worker" }, (tx) => tellProgress(tx, readingId, progress));
    if (row?.attempt === progress.attempt && row.status === "running") return true;
    stop.abort(new Stopped(row?.attempt === progress.attempt && row.status === "cancelling" ? "cancelled" : "overtaken"));
    return false;
  }, over.signal).catch((problem: unknown) => stop.abort(problem)); // the database is out of reach: the queue tries again
  const stopping = AbortSignal.any([signal, stop.signal]);
  const step = async (name: ReadingProgress["step"]) => {
    progress = { ...progress, step: name, done: 0, total: null };
    await breathe();
    stopping.throwIfAborted();
  };
  try {
    const source = vault.open(taken.evidence, taken.evidence.path);
    const onPage = (done: number, total: number) => {
      progress = { ...progress, done, total };
    };
    const { part } = taken;
    const opened = part === null ? await readDocument(source, stopping, onPage) : await openPart(source, part, stopping);
    const document = { id: taken.documentId, name: part?.name ?? taken.evidence.path };
    const finding = await findInDocument(opened, document, { ...parts, knowledge: taken.knowledge, model: loadModel() }, step);
    return finding.ok ? { move: "finish", progress, read: finding.found } : { move: "fail", progress, problem: finding.problem };
  } catch (problem) {
    if (problem instanceof Unreadable) return { move: "fail", progress, problem: wordsOf(problem.problem) };
    if (problem instanceof VaultProblem) return { move: "fail", progress, problem: tellDamage(problem) };
    const reason = stop.signal.reason;
    if (reason instanceof Stopped) return reason.because === "cancelled" ? { move: "finish", progress } : null; // `cancelling` finishes as `cancelled`
    if (signal.aborted) return { move: "release", progress };
    throw problem;
  } finally {
    over.abort();
    await watching;
  }
}

async function watch(tell: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
    if (signal.aborted || !(await tell())) return;
  }
}
