import { createHash, randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { appendEntry } from "#audit/append-entry.command.ts";
import { hideEntry, hideTold } from "#case-documents/hide-told.ts";
import { type MaskedText, maskText, maskTitle } from "#case-documents/mask-text.ts";
import {
  countToMend,
  findToMend,
  findWordsOf,
  holdCluesOf,
  holdToMend,
  insertMends,
  maskStored,
  type ToMend,
} from "#case-documents/mends.store.ts";
import { openPart } from "#case-documents/open-parts.query.ts";
import type { ReadingWorkerParts } from "#case-documents/read-document.worker.ts";
import { PART_BROKE_OFF, tellDamage, wordsOf } from "#case-documents/tell-problem.ts";
import { makeFingerprints } from "#cross-checks/make-fingerprints.ts";
import { replaceTraits } from "#cross-checks/replace-traits.command.ts";
import type { Database, Tx } from "#database/database.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { openEvidenceForDocument } from "#evidence/open-evidence-for-document.command.ts";
import { VaultProblem } from "#evidence/vault.ts";
import type { JobHandler, Jobs } from "#jobs/jobs.ts";
import { openOfficeKnowledge } from "#lexicons/find-office-knowledge.query.ts";
import { enterCaseDocument } from "#library/enter-case-document.command.ts";
import { type LibraryKnowledge, readLibraryText } from "#library/read-library-text.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

/** `unread`: documents that can no longer be read, which stay as they are; `left`: not looked at yet. */
export type Mending = { readonly mended: number; readonly unread: number; readonly left: number };

type Parts = ReadingWorkerParts & {
  readonly tell?: (soFar: Mending) => void;
  readonly onFailed?: (failure: unknown, documentId: string) => void;
};
const TELL_EVERY = 100;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Asks for the job where older rules made readings: at each start of the worker, once at a time. Answers whether it was asked for. */
export async function requestMending({ database, jobs }: { readonly database: Database; readonly jobs: Jobs }): Promise<boolean> {
  return database.transact({ as: "worker" }, async (tx) => {
    if ((await findToMend(tx, FIRST)) === null) return false;
    return jobs.enqueue(tx, "mend-documents", { runId: randomUUID() }, "mend-documents");
  });
}

/**
 * The job of the queue `mend-documents`: 补正 opens each document that older rules read in the vault (recorded on it) and brings what is kept of it to what a new reading
 * would keep: names hidden in answers, facts, clues and titles, fingerprints for the comparison with other offices, its entry of the library. The reading itself, its version
 * and what persons decided stay. A transaction a document: what was mended stays, an attempt goes on behind it.
 */
export function buildMendingWorker(parts: Parts): JobHandler<"mend-documents"> {
  const { database, tell = () => undefined } = parts;
  const knowledgeOf = openOfficeKnowledge(parts.knowledge);
  return {
    async run({ runId }, { signal }) {
      const total = await database.transact({ as: "worker" }, countToMend);
      let [mended, unread, after] = [0, 0, FIRST];
      for (;;) {
        signal.throwIfAborted();
        const next = await takeNext(parts, runId, after, knowledgeOf);
        if (next === null) break;
        (await mendOne(parts, runId, next, signal)) ? mended++ : unread++;
        after = next.documentId;
        if ((mended + unread) % TELL_EVERY === 0) tell({ mended, unread, left: Math.max(0, total - mended - unread) });
        await breathe();
      }
      tell({ mended, unread, left: 0 });
    },
    abandoned: async () => undefined, // the next start of the worker asks again
  };
}

async function takeNext({ database, clock }: Parts, runId: string, after: string, knowledgeOf: ReturnType<typeof openOfficeKnowledge>) {
  return database.transact({ as: "worker" }, async (tx) => {
    const next = await findToMend(tx, after);
    if (next === null) return null;
    const evidence = await openEvidenceForDocument(tx, next.evidenceId, runId, clock(), "mending");
    return { ...next, evidence, knowledge: await knowledgeOf(tx, { caseId: next.caseId }) };
  });
}
type Taken = NonNullable<Awaited<ReturnType<typeof takeNext>>>;

/** Answers whether the document was mended; one that cannot be read is noted with its reason. @throws the abort reason, and what is no property of the document */
async function mendOne(parts: Parts, runId: string, next: Taken, signal: AbortSignal): Promise<boolean> {
  const { database, vault, clock, onFailed = () => undefined } = parts;
  try {
    const source = vault.open(next.evidence, next.evidence.path);
    const { text } = next.part === null ? await readDocument(source, signal) : await openPart(source, next.part, signal);
    const learnt = learn(text, parts, { knowledge: next.knowledge, model: loadModel() });
    await database.transact({ as: "worker" }, (tx) => keepMended(tx, next, learnt, { runId, now: clock() }));
    return true;
  } catch (failure) {
    signal.throwIfAborted();
    const isOfDocument = failure instanceof Unreadable || failure instanceof VaultProblem;
    if (!isOfDocument) onFailed(failure, next.documentId);
    const problem =
      failure instanceof Unreadable ? wordsOf(failure.problem) : failure instanceof VaultProblem ? tellDamage(failure) : PART_BROKE_OFF;
    await database.transact({ as: "worker" }, async (tx) => {
      const readings = await holdToMend(tx, next.documentId);
      const ids = readings.map(({ id }) => id);
      await insertMends(tx, ids, next, { outcome: "unread", problem }, clock());
      await record(tx, next, runId, "mending-failed");
    });
    return false;
  }
}

/** What a text says today of itself. */
function learn(text: string, { traitFingerprint }: Pick<Parts, "traitFingerprint">, library: LibraryKnowledge) {
  const masked = maskText(text);
  return {
    text,
    masked,
    sha256: createHash("sha256").update(text).digest("hex"),
    fingerprints: makeFingerprints(text, "document", traitFingerprint),
    entry: hideEntry(readLibraryText(text, library), text, masked),
  };
}
type Learnt = ReturnType<typeof learn>;

async function keepMended(
  tx: Tx,
  next: ToMend,
  learnt: Learnt,
  { runId, now }: { readonly runId: string; readonly now: Date },
): Promise<void> {
  const { documentId, caseId, officeCode } = next;
  const { text, masked, entry } = learnt;
  const hideAll = (value: unknown, isOfText: (place: object) => boolean) => hideTold(value, { text, masked, isOfText });
  const readings = await holdToMend(tx, documentId);
  // clues before the audit's lock: whoever acts on one holds it and then waits for that lock, never the other way round
  const clues = await holdCluesOf(tx, documentId);
  const words = await findWordsOf(
    tx,
    clues.map(({ id }) => id),
    documentId,
  );
  for (const { id, result } of readings)
    await maskStored.reading(
      tx,
      id,
      hideAll(result, () => isOf(result, learnt.sha256)),
    );
  for (const { seq, fact_key } of words.facts) await maskStored.fact(tx, documentId, seq, hideName(fact_key, masked, text));
  for (const { clue_id, version, data } of words.events)
    await maskStored.event(
      tx,
      clue_id,
      version,
      hideAll(data, (place) => "documentId" in place && place.documentId === documentId),
    );
  for (const { clue_id, rule, term } of words.rules)
    if (term !== null) await maskStored.rule(tx, clue_id, rule, hideName(term, masked, text));
  for (const { contact_id, version, data } of words.contacts)
    await maskStored.contact(
      tx,
      contact_id,
      version,
      hideAll(data, () => false),
    );
  for (const { id, title } of clues) await maskStored.title(tx, id, hideName(title, masked, text));
  const prompted = clues.filter((clue) => clue.prompted).map(({ id }) => id);
  await replaceTraits(tx, prompted, "document", learnt.fingerprints, now);
  await enterCaseDocument(tx, { caseId, officeCode, documentId, name: maskTitle(next.name, text, masked), entry }, now);
  const ids = readings.map(({ id }) => id);
  await insertMends(tx, ids, next, { outcome: "mended" }, now);
  await record(tx, next, runId, "mended");
}

function hideName(words: string, masked: MaskedText, text: string): string {
  return String(hideTold(words, { text, masked, isOfText: () => false }));
}

/** Whether a reading was of this very text: then its places are places of it. */
function isOf(result: unknown, sha256: string): boolean {
  return typeof result === "object" && result !== null && "textSha256" in result && result.textSha256 === sha256;
}

async function record(tx: Tx, { documentId, caseId }: ToMend, runId: string, action: string): Promise<void> {
  const event = { kind: "work-changed" as const, thing: "case-document", thingId: documentId, action, version: 1 };
  await appendEntry(tx, { event, actor: null, caseId, requestId: runId });
}
