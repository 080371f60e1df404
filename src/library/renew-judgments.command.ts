import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import { putDocument } from "#library/documents.store.ts";
import { countOutdated, takeOutdated } from "#library/outdated.store.ts";
import { type LibraryKnowledge, readLibraryText } from "#library/read-library-text.ts";
import { tellRules } from "#similarity/pack-profile.ts";

/** `left`: published documents that an older model read and that were not read again; `whole`: not cut off. */
export type Renewal = { readonly renewed: number; readonly left: number; readonly whole: boolean };

const BATCH = 20;
const TOLD_EVERY = 1000;
type Parts = { readonly database: Database; readonly knowledge: LibraryKnowledge; readonly now: Date; readonly signal: AbortSignal };

/**
 * 重读 reads the published judgments again that an older model read, from the texts the library keeps, a batch a transaction. What is read is
 * marked by its model, so that a run that was cut off is gone on with by the next one. Documents of cases keep no text here: they are renewed
 * when their case document is read again.
 */
export async function renewJudgments({ database, knowledge, now, signal }: Parts, tell: (soFar: Renewal) => void): Promise<Renewal> {
  const asWorker = { as: "worker" as const };
  const rules = tellRules(knowledge.model);
  const outdated = await database.transact(asWorker, (tx) => countOutdated(tx, rules));
  let renewed = 0;
  for (let after = 0; !signal.aborted; ) {
    const { many, last } = await database.transact(asWorker, async (tx) => {
      const { documents, last } = await takeOutdated(tx, rules, after, BATCH);
      for (const { name, sourceId, importId, text } of documents)
        await putDocument(tx, name, { kind: "published", sourceId, importId, text }, readLibraryText(text, knowledge), now);
      return { many: documents.length, last };
    });
    renewed += many;
    if (many > 0 && renewed % TOLD_EVERY < many) tell({ renewed, left: Math.max(0, outdated - renewed), whole: false });
    if (last === null) break;
    after = last;
  }
  return database.transact(asWorker, async (tx) => {
    const left = await countOutdated(tx, rules);
    const event = { kind: "work-changed" as const, thing: "library", thingId: randomUUID(), action: "judgments-renewed", version: 1 };
    if (renewed > 0) await appendEntry(tx, { event, actor: null, caseId: null, requestId: event.thingId });
    return { renewed, left, whole: !signal.aborted };
  });
}
