import { createHash } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { findMissing } from "#legal-documents/compose-document.ts";
import { describeDocument } from "#legal-documents/describe-document.query.ts";
import { shortNameOf } from "#legal-documents/document-number.ts";
import type { DocumentParts, DocumentPartsIn } from "#legal-documents/document-parts.ts";
import { unknownField, unknownInText } from "#legal-documents/draft-document.command.ts";
import { canHandleDocument } from "#legal-documents/legal-document.policy.ts";
import { allowAct, decideDocument, evolve, type LegalDocumentState, valuesOf } from "#legal-documents/legal-document.ts";
import type { ActOnDocumentRequest, DocumentAction, LegalDocument, LegalDocumentEvent } from "#legal-documents/legal-documents.contract.ts";
import {
  findDocumentState,
  findOffice,
  giveNumber,
  insertDocumentEvent,
  insertFile,
  projectDocument,
  voidNumber,
} from "#legal-documents/legal-documents.store.ts";
import { findUsedKind, writeDocument } from "#legal-documents/write-document.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 办理文书 edits, submits, approves, returns, issues (then it has its number and changes no more), serves or withdraws a document. */
export async function actOnDocument(
  parts: DocumentParts,
  asking: Asking,
  id: string,
  { requestId: changeId, expectedVersion, action }: ActOnDocumentRequest,
): Promise<Outcome<LegalDocument>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-document ${id}`, async () => {
      const acted = await actOnDocumentIn(tx, parts, asking, id, { changeId, expectedVersion, action });
      if (!acted.ok) return acted;
      const document = await describeDocument(tx, parts, asking, id);
      if (!document) throw new Error("a document is not visible any more to the person who acted on it");
      return done(document);
    }),
  );
}

/** The same in the caller's transaction (a transfer that is sent issues and serves its notice). `expectedVersion` null: whatever it has. */
export async function actOnDocumentIn(
  tx: Tx,
  parts: DocumentPartsIn,
  asking: Asking,
  id: string,
  {
    changeId,
    expectedVersion,
    action,
  }: { readonly changeId: string; readonly expectedVersion: number | null; readonly action: DocumentAction },
): Promise<Outcome<{ readonly number: string | null; readonly version: number }>> {
  const { actor, now, requestId } = asking;
  const state = await findDocumentState(tx, id, "update");
  if (!state) return refuse("not-found", { what: "document" });
  const facts = state.caseId === null ? null : ((await findCaseFacts(tx, state.caseId, "share")) ?? null);
  const place = { officeCode: state.officeCode, facts };
  const decision = canHandleDocument(action.type, actor, place, officeDay(now), state.issued !== null);
  if (!decision.allowed) return decision.refusal;
  if (expectedVersion !== null && expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
  const used = await findUsedKind(tx, parts.kinds, state);
  const decided = await decideAct({ tx, parts, asking, id, state, used }, action);
  if (!decided.ok) return decided;
  const event = decided.value;
  const after = evolve(state, event);
  const values = valuesOf(after.fields);
  const kindAfter = used.template === undefined && after.body !== null ? { ...used.kind, body: [...after.body] } : used.kind;
  const missing = findMissing(kindAfter, parts.kinds.fields, values).filter(({ mandatory }) => mandatory).length;
  await insertDocumentEvent(tx, id, after.version, event, { personId: actor.personId, at: now, requestId: changeId });
  await projectDocument(tx, id, after, { addressee: values["addressee"] ?? null, missing }, now);
  if (event.type === "withdrawn" && state.issued?.number) await voidNumber(tx, id, event.reason);
  const noted = { kind: "work-changed" as const, thing: "legal-document", thingId: id, action: event.type, version: after.version };
  await appendEntry(tx, { event: noted, actor, caseId: state.caseId, requestId });
  return done({ number: after.issued?.number ?? null, version: after.version });
}

type Deciding = {
  readonly tx: Tx;
  readonly parts: DocumentPartsIn;
  readonly asking: Asking;
  readonly id: string;
  readonly state: LegalDocumentState;
  readonly used: Awaited<ReturnType<typeof findUsedKind>>;
};

async function decideAct(deciding: Deciding, action: DocumentAction): Promise<Outcome<LegalDocumentEvent>> {
  const { parts, asking, state } = deciding;
  const { kind } = deciding.used;
  const { fields } = parts.kinds;
  const missing = findMissing(kind, fields, valuesOf(state.fields)).flatMap(({ mandatory, name }) => (mandatory ? [name.zh] : []));
  const context = { today: officeDay(asking.now), approver: kind.approver, missing };
  if (action.type !== "issue") {
    const stray = action.type === "edit" ? (unknownField(parts, action.fields) ?? unknownInText(parts, action.body ?? [])) : null;
    return stray ?? decideDocument(action, state, context);
  }
  const allowed = allowAct("issue", state, context);
  if (!allowed.ok) return allowed;
  // A number's year is that of the day of issue: a day of another year would number backwards.
  if (action.on > context.today || action.on.slice(0, 4) !== context.today.slice(0, 4))
    return refuse("invalid-input", {
      place: "action.on",
      expected: `${context.today.slice(0, 4)}年内、${context.today}以前的日期`,
      "expected.en": `a day of ${context.today.slice(0, 4)}, ${context.today} at most`,
      found: action.on,
    });
  return issue(deciding, action.on);
}

/** Gives the number and keeps the document byte by byte, all in the transaction of the event. */
async function issue({ tx, parts, id, state, used }: Deciding, on: string): Promise<Outcome<LegalDocumentEvent>> {
  const office = await findOffice(tx, state.officeCode);
  if (office === undefined) throw new Error("the office of a document is not there");
  const shortName = office.shortName ?? shortNameOf(office.name_zh);
  const { word } = used.kind;
  const number = word === null ? null : await giveNumber(tx, id, { shortName, word, on });
  const written = await writeDocument(
    parts.kinds,
    used,
    state,
    { officeName: office.name_zh, number, numberToCome: null, issuedOn: on },
    "",
  );
  const sha256 = createHash("sha256").update(written.docx).digest();
  await insertFile(tx, id, written.docx, sha256);
  const paragraphs = written.paragraphs.map(({ style, runs }) => ({ style, runs: runs.map((run) => ({ ...run })) }));
  return done({ type: "issued", number, on, paragraphs, sha256: sha256.toString("hex") });
}
