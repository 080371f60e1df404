import { appendEntry } from "#audit/append-entry.command.ts";
import type {
  CaseDocumentDetail,
  CaseDocumentList,
  DocumentFact,
  DocumentPages,
  FindDocumentsQuery,
} from "#case-documents/case-documents.contract.ts";
import { countDocuments, findAttachedEvidence, findReadings, findResult } from "#case-documents/case-documents.store.ts";
import { describeDocuments, presentReading } from "#case-documents/describe-document.query.ts";
import { findFactEvents, findPages, findPassages, findPrompts } from "#case-documents/document-marks.store.ts";
import { foldDecisions } from "#case-documents/fold-decisions.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo, canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { ClueTrack } from "#clues/clues.contract.ts";
import { describeClue } from "#clues/describe-clue.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 案卷文书目录 a page of the documents of a case. Whoever sees the case but not its rows is told so. */
export async function listDocuments(
  database: Database,
  asking: Asking,
  caseId: string,
  query: FindDocumentsQuery,
): Promise<Outcome<CaseDocumentList>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const by = { caseId, ...query };
    const [items, total] = [await describeDocuments(tx, by), await countDocuments(tx, by)];
    const attachedEvidence = await findAttachedEvidence(tx, caseId);
    const event = { kind: "work-read" as const, thing: "case-document", filters: {}, found: items.length };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return done({ items, total, attachedEvidence });
  });
}

/** 一份文书 a document with its facts and prompts. */
export async function getDocument(database: Database, asking: Asking, id: string): Promise<Outcome<CaseDocumentDetail>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const detail = await describeDocument(tx, asking, id);
    if (!detail) return refuse("not-found", { what: "document" });
    const event = { kind: "work-read" as const, thing: "case-document", filters: { part: "facts" }, found: 1 };
    await appendEntry(tx, { event, actor, caseId: detail.caseId, requestId });
    return done(detail);
  });
}

/** 文书正文 pages of the masked text of the newest reading that is done. */
export async function getPages(
  database: Database,
  { actor, requestId }: Asking,
  id: string,
  { from, many }: { readonly from: number; readonly many: number },
): Promise<Outcome<DocumentPages>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const [document] = await describeDocuments(tx, { id });
    if (!document) return refuse("not-found", { what: "document" });
    const read = await findResult(tx, id);
    if (!read) return refuse("not-found", { what: "document" });
    const items = await findPages(tx, read.id, from, many);
    const event = {
      kind: "work-read" as const,
      thing: "case-document",
      filters: { part: "text", from: String(from) },
      found: items.length,
    };
    await appendEntry(tx, { event, actor, caseId: document.caseId, requestId });
    return done({ items, total: read.result.pages, readingId: read.id });
  });
}

/** The document as this person sees it now; undefined when there is none or it is not visible. */
export async function describeDocument(tx: Tx, asking: Asking, id: string): Promise<CaseDocumentDetail | undefined> {
  const [document] = await describeDocuments(tx, { id });
  if (!document) return undefined;
  const facts = await findCaseFacts(tx, document.caseId, "none");
  if (!facts) return undefined;
  const today = officeDay(asking.now);
  const [readings, read, events] = [await findReadings(tx, [id]), await findResult(tx, id), await findFactEvents(tx, id)];
  const promptList: CaseDocumentDetail["promptList"] = [];
  for (const { track, field, clue_id } of await findPrompts(tx, [id])) {
    const clue = await describeClue(tx, asking, clue_id);
    if (clue) promptList.push({ track: ClueTrack.parse(track), field, clue });
  }
  return {
    ...document,
    read: read && presentResult(read),
    readings: readings.map(presentReading),
    factList: read ? await presentFacts(tx, read, events) : [],
    promptList,
    version: events.at(-1)?.seq ?? 0,
    can: {
      read: canDo("take-in-evidence", asking.actor, facts, today).allowed,
      decide: canDo("decide-items", asking.actor, facts, today).allowed,
    },
  };
}

type Read = NonNullable<Awaited<ReturnType<typeof findResult>>>;

function presentResult({ id, number, finishedAt, result }: Read): NonNullable<CaseDocumentDetail["read"]> {
  const { answer: _answer, facts: _facts, ...rest } = result;
  return { readingId: id, number, finishedAt: finishedAt.toISOString(), ...rest };
}

async function presentFacts(tx: Tx, { id, result }: Read, events: Awaited<ReturnType<typeof findFactEvents>>): Promise<DocumentFact[]> {
  const decided = foldDecisions(events, result.textSha256);
  const places = result.facts.map(({ places: [first] }) => first?.sentence ?? { from: 0, to: 0 });
  const sentences = await findPassages(tx, id, places);
  return result.facts.map((fact, index) => ({ ...fact, sentence: sentences[index] ?? "", decided: decided.get(fact.key) ?? null }));
}
