import { appendEntry } from "#audit/append-entry.command.ts";
import type { ConfirmedFact, ConfirmedFactList } from "#case-documents/case-documents.contract.ts";
import { findResult } from "#case-documents/case-documents.store.ts";
import { describeDocuments } from "#case-documents/describe-document.query.ts";
import { findDecidedDocuments, findFactEvents, findPassages } from "#case-documents/document-marks.store.ts";
import { foldDecisions } from "#case-documents/fold-decisions.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 已确认的事实 what persons confirmed of the documents of a case, with its sentence: what an assessment may name as its source. */
export async function listConfirmedFacts(database: Database, asking: Asking, caseId: string): Promise<Outcome<ConfirmedFactList>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const items = await findConfirmedFacts(tx, caseId);
    const event = { kind: "work-read" as const, thing: "case-document", filters: { part: "confirmed-facts" }, found: items.length };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return done({ items });
  });
}

/** The same inside a transaction: facts of the newest reading whose confirmation stands for its text, document by document. */
export async function findConfirmedFacts(tx: Tx, caseId: string): Promise<ConfirmedFact[]> {
  const found: ConfirmedFact[] = [];
  for (const id of await findDecidedDocuments(tx, caseId)) {
    const [[document], read] = [await describeDocuments(tx, { id }), await findResult(tx, id)];
    if (!document || !read) continue;
    const standing = foldDecisions(await findFactEvents(tx, id), read.result.textSha256);
    const confirmed = read.result.facts.filter(({ key }) => standing.get(key)?.decision === "confirmed");
    const places = confirmed.map(({ places: [first] }) => first?.sentence ?? { from: 0, to: 0 });
    const sentences = await findPassages(tx, read.id, places);
    for (const [index, fact] of confirmed.entries()) {
      const {
        key,
        kind,
        value,
        qualifier,
        number,
        unit,
        approximate,
        basis,
        places: [first],
      } = fact;
      const sentence = (sentences[index] ?? "").trim().slice(0, LONGEST_SENTENCE);
      found.push({
        caseDocumentId: id,
        name: document.name,
        key,
        kind,
        value,
        qualifier,
        number,
        unit,
        approximate,
        basis,
        speaker: first?.speaker ?? "other",
        at: first?.from ?? 0,
        sentence,
      });
    }
  }
  return found;
}

const LONGEST_SENTENCE = 1200;
