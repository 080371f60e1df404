import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import { openPart, type Part } from "#case-documents/open-parts.query.ts";
import { isOver, nextStatus } from "#case-documents/reading.ts";
import { EMPTY, TOO_LONG, tellDamage, wordsOf } from "#case-documents/tell-problem.ts";
import type { Database, Tx } from "#database/database.ts";
import { LONGEST_TEXT } from "#documents/document-problems.data.ts";
import { readDocument } from "#documents/read-document.query.ts";
import type { EvidenceToRead } from "#evidence/open-evidence-for-count.command.ts";
import { openEvidenceForDocument } from "#evidence/open-evidence-for-document.command.ts";
import { type Vault, VaultProblem } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { addOutcomes, compareReadings, NO_TOTALS } from "#lexicons/compare-readings.ts";
import { foldLexicon } from "#lexicons/fold-lexicon.ts";
import { judgeDraft } from "#lexicons/judge-draft.ts";
import type { ReplayOutcome, ReplayProgress, ReplayTotals } from "#lexicons/lexicons.contract.ts";
import { findLexiconEvents } from "#lexicons/lexicons.store.ts";
import {
  chooseDocuments,
  countCompared,
  findMovedAfter,
  findNextDocuments,
  holdReplay,
  keepOutcomes,
  updateReplay,
} from "#lexicons/replays.store.ts";
import type { Knowledge } from "#reading/read-text.ts";
import type { KnownTerms } from "#reading/terms/change-terms.ts";
import { buildLexiconOf } from "#reading/terms/lexicon.ts";
import { Unreadable } from "#scan/sources/problem.ts";

export type ReplayWorkerParts = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  /** as it ships */
  readonly knowledge: Knowledge;
};

const EVERY_MS = 400;
/** Documents whose outcomes are kept in one transaction, and after how long what there is of them is kept: progress is seen, and little is compared twice. */
const GROUP = { documents: 25, longestMs: 500 } as const;
/** Outcomes summed at a time when a replay ends. */
const PAGE = 500;
const GIVEN_UP = {
  zh: "重放多次中断，未能完成；请重新重放，仍不行请联系技术人员。",
  en: "The replay was cut off again and again; ask for it again, and tell the technicians if it stays so.",
};

type Taken = {
  readonly attempt: number;
  readonly live: Knowledge;
  readonly drafted: Knowledge;
  /** evidence this attempt has opened: the documents of a batch are one piece, opened and recorded once */
  readonly opened: Map<string, EvidenceToRead>;
};

/**
 * The job of the queue `replay-lexicon`: opens each chosen document in the vault (recorded on it), reads it with the live and the drafted lexicon and keeps what
 * differs, a group of documents in one transaction with how far it has come. Safe to repeat: what was compared stays, an attempt that was overtaken keeps nothing
 * more. Memory holds a group at a time.
 */
export function buildReplayWorker(parts: ReplayWorkerParts): JobHandler<"replay-lexicon"> {
  const { database, clock } = parts;
  return {
    async run({ replayId }, { signal }) {
      const taken = await takeReplay(parts, replayId);
      if (taken === null) return;
      const stop = new AbortController();
      const over = new AbortController();
      const watching = watch(database, replayId, taken.attempt, stop, over.signal);
      const stopping = AbortSignal.any([signal, stop.signal]);
      try {
        while (await compareGroup(parts, replayId, taken, stopping)) await breathe();
      } catch (problem) {
        if (!stopping.aborted) throw problem;
      } finally {
        over.abort();
        await watching;
      }
      const move = signal.aborted && !stop.signal.aborted ? "release" : "finish";
      await settle(database, replayId, move, taken.attempt, clock());
      if (move === "release") throw signal.reason;
    },
    abandoned: ({ replayId }) => settle(database, replayId, "fail", null, clock()),
  };
}

/** One attempt more. Null when there is nothing to do any more. */
async function takeReplay({ database, clock, knowledge }: ReplayWorkerParts, replayId: string): Promise<Taken | null> {
  return database.transact({ as: "worker" }, async (tx) => {
    const row = await holdReplay(tx, replayId);
    const status = row && nextStatus(row.status, "take");
    if (!row || !status) return null;
    const now = clock();
    const attempt = row.progress.attempt + 1;
    const total = status === "running" ? await chooseDocuments(tx, replayId, row.office_code, row.newest) : null;
    const begun = { at: now.toISOString(), done: row.progress.done };
    const progress: ReplayProgress = { ...row.progress, attempt, total, begun, updatedAt: now.toISOString() };
    await updateReplay(tx, replayId, status, { progress, ...(isOver(status) ? { finishedAt: now } : {}) });
    await record(tx, replayId, status, row.revision);
    if (total === null) return null;
    const folded = foldLexicon(await findLexiconEvents(tx, row.office_code, row.revision));
    const { live, drafted } = judgeDraft(knowledge.lexicon.terms, folded);
    const withTerms = (terms: KnownTerms) => ({
      ...knowledge,
      lexicon: buildLexiconOf(
        knowledge.lexicon.version,
        [...terms.values()].filter(({ retired }) => !retired),
        knowledge.lexicon.notes,
        folded.versions.length,
      ),
    });
    return { attempt, live: withTerms(live), drafted: withTerms(drafted), opened: new Map() };
  });
}

/** Compares the next documents; false when there is none left. @throws when the replay was cancelled, overtaken or the worker stops */
async function compareGroup(parts: ReplayWorkerParts, replayId: string, taken: Taken, stopping: AbortSignal): Promise<boolean> {
  const { database, clock } = parts;
  stopping.throwIfAborted();
  const group = await database.transact({ as: "worker" }, async (tx) => {
    const rows = await findNextDocuments(tx, replayId, GROUP.documents);
    for (const { evidenceId } of rows)
      if (!taken.opened.has(evidenceId))
        taken.opened.set(evidenceId, await openEvidenceForDocument(tx, evidenceId, replayId, clock(), "replay"));
    return rows;
  });
  if (group.length === 0) return false;
  const compared: { place: number; outcome: ReplayOutcome }[] = [];
  const begun = performance.now();
  try {
    for (const { place, evidenceId, part } of group) {
      const evidence = taken.opened.get(evidenceId);
      if (evidence === undefined) throw new Error(`evidence ${evidenceId} was not opened`);
      compared.push({ place, outcome: await compareOne(parts, { evidence, part }, taken, stopping) });
      await breathe();
      stopping.throwIfAborted();
      if (performance.now() - begun > GROUP.longestMs) break;
    }
  } finally {
    if (compared.length > 0) await keep(parts, replayId, taken.attempt, compared); // also where the worker is asked to stop in the middle
  }
  return true;
}

async function keep(
  { database, clock }: ReplayWorkerParts,
  replayId: string,
  attempt: number,
  compared: readonly { readonly place: number; readonly outcome: ReplayOutcome }[],
): Promise<void> {
  await database.transact({ as: "worker" }, async (tx) => {
    const row = await holdReplay(tx, replayId);
    if (row?.status !== "running" || row.progress.attempt !== attempt) return;
    await keepOutcomes(tx, replayId, compared);
    const progress = { ...row.progress, done: compared.at(-1)?.place ?? row.progress.done, updatedAt: clock().toISOString() };
    await updateReplay(tx, replayId, "running", { progress });
  });
}

async function compareOne(
  { vault }: ReplayWorkerParts,
  { evidence, part }: { readonly evidence: EvidenceToRead; readonly part: Pick<Part, "part" | "place"> | null },
  { live, drafted }: Taken,
  stopping: AbortSignal,
): Promise<ReplayOutcome> {
  const unread = (problem: ReplayOutcome["problem"]): ReplayOutcome => ({ problem, terms: [], facts: [], clues: [] });
  try {
    const source = vault.open(evidence, evidence.path);
    const { text } = part === null ? await readDocument(source, stopping) : await openPart(source, part, stopping);
    if (text.trim() === "") return unread(EMPTY);
    if (text.length > LONGEST_TEXT) return unread(TOO_LONG);
    return compareReadings(text, live, drafted);
  } catch (problem) {
    if (problem instanceof Unreadable) return unread(wordsOf(problem.problem));
    if (problem instanceof VaultProblem) return unread(tellDamage(problem));
    throw problem;
  }
}

/** `finish` of one that is being cancelled ends it as cancelled, with the totals of what was compared. */
async function settle(database: Database, replayId: string, move: "finish" | "release" | "fail", attempt: number | null, now: Date) {
  await database.transact({ as: "worker" }, async (tx) => {
    const row = await holdReplay(tx, replayId);
    const status = row && nextStatus(row.status, move);
    if (!row || !status || (attempt !== null && row.progress.attempt !== attempt)) return;
    const totals = isOver(status) && status !== "failed" ? { totals: await sumReplay(tx, replayId) } : {};
    const problem = status === "failed" ? { problem: GIVEN_UP } : {};
    await updateReplay(tx, replayId, status, { ...totals, ...problem, ...(isOver(status) ? { finishedAt: now } : {}) });
    await record(tx, replayId, status, row.revision);
  });
}

/** The totals of what was compared; a page of outcomes is in memory at a time. */
async function sumReplay(tx: Tx, replayId: string): Promise<ReplayTotals> {
  let [sums, place] = [NO_TOTALS, 0];
  for (;;) {
    const page = await findMovedAfter(tx, replayId, place, PAGE);
    sums = addOutcomes(sums, page);
    place = page.at(-1)?.place ?? place;
    if (page.length < PAGE) break;
  }
  const { totals } = sums;
  return { ...totals, documents: (await countCompared(tx, replayId)) - totals.unread };
}

/** Looks whether the replay still is this attempt's; aborts `stop` when it was cancelled or another took over. */
async function watch(database: Database, replayId: string, attempt: number, stop: AbortController, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await pause(EVERY_MS, undefined, { signal: over }).catch(() => undefined); // aborted: the loop's own condition ends it
    if (over.aborted) return;
    const row = await database.transact({ as: "worker" }, (tx) => holdReplay(tx, replayId)).catch(() => null); // out of reach: the next step of the work itself finds out
    if (row === null || (row?.status === "running" && row.progress.attempt === attempt)) continue;
    stop.abort(new Error("the replay was cancelled or taken over"));
    return;
  }
}

async function record(tx: Tx, replayId: string, status: string, revision: number): Promise<void> {
  const event = {
    kind: "work-changed" as const,
    thing: "lexicon-replay",
    thingId: replayId,
    action: `replay-${status}`,
    version: revision,
  };
  await appendEntry(tx, { event, actor: null, caseId: null, requestId: replayId });
}
