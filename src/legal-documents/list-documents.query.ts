import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { collectFacts } from "#legal-documents/collect-facts.query.ts";
import { findMissing } from "#legal-documents/compose-document.ts";
import { composeDraft, describeDocument, mutable, presentDocument, presentFields } from "#legal-documents/describe-document.query.ts";
import type { DocumentParts } from "#legal-documents/document-parts.ts";
import { canHandleDocument } from "#legal-documents/legal-document.policy.ts";
import { valuesOf } from "#legal-documents/legal-document.ts";
import type {
  DocumentStatus,
  DraftPreview,
  LegalDocument,
  LegalDocumentList,
  OfficeDocumentList,
} from "#legal-documents/legal-documents.contract.ts";
import { findDocumentRows } from "#legal-documents/legal-documents.store.ts";
import { fillFields, tellFacts } from "#legal-documents/tell-facts.ts";
import { findNewestTemplate } from "#legal-documents/templates.store.ts";
import { kindOfTemplate } from "#legal-documents/write-document.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 本案文书 every document of a case, last changed first. */
export async function listDocuments(
  { database, kinds }: DocumentParts,
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<LegalDocumentList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const items = (await findDocumentRows(tx, { caseId })).map((row) => presentDocument(row, kinds));
    const read = { kind: "work-read" as const, thing: "legal-document", filters: {}, found: items.length };
    await appendEntry(tx, { event: read, actor, caseId, requestId });
    const mayDraft = canHandleDocument("draft", actor, { officeCode: facts.officeCode, facts }, officeDay(now)).allowed;
    return done({ items, mayDraft });
  });
}

/** 本院文书 those of the actor's own office in one status that the actor sees: what waits for a leader. */
export async function listOfficeDocuments(
  { database, kinds }: DocumentParts,
  { actor, requestId }: Asking,
  status: DocumentStatus,
): Promise<Outcome<OfficeDocumentList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const items = (await findDocumentRows(tx, { officeCode: actor.officeCode, status })).map((row) => presentDocument(row, kinds));
    const read = { kind: "work-read" as const, thing: "legal-document", filters: { status }, found: items.length };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    return done({ items });
  });
}

/** 一件文书 */
export async function getDocument(parts: DocumentParts, asking: Asking, id: string): Promise<Outcome<LegalDocument>> {
  const { actor, requestId } = asking;
  return parts.database.transact({ as: "person", actor }, async (tx) => {
    const document = await describeDocument(tx, parts, asking, id);
    if (!document) return refuse("not-found", { what: "document" });
    const read = { kind: "work-read" as const, thing: "legal-document", filters: {}, found: 1 };
    await appendEntry(tx, { event: read, actor, caseId: document.case?.id ?? null, requestId });
    return done(document);
  });
}

/** 预览 what a document of the kind would say if it were drafted now: fields with the facts that fill them, and what is missing. Nothing is kept. */
export async function previewDraft(
  parts: DocumentParts,
  asking: Asking,
  caseId: string,
  { kind: kindId, procedureId }: { readonly kind: string; readonly procedureId?: string | undefined },
): Promise<Outcome<DraftPreview>> {
  const { actor, now, requestId } = asking;
  const { kinds, fields } = parts.kinds;
  return parts.database.transact({ as: "person", actor }, async (tx) => {
    const collected = await collectFacts(tx, parts, asking, { caseId, procedureId: procedureId ?? null });
    if (!collected.ok) return collected;
    const standard = kinds.get(kindId);
    if (standard === undefined)
      return refuse("invalid-input", { place: "kind", expected: "文书种类", "expected.en": "a kind of document", found: kindId });
    const { officeCode, office, known } = collected.value;
    const template = await findNewestTemplate(tx, officeCode, kindId);
    const kind = template === undefined ? standard : kindOfTemplate(standard, template.fields);
    const values = fillFields(kind, fields, tellFacts(kind, known), {}, "given");
    const { paragraphs } = await composeDraft(parts.kinds, { kind, template }, { fields: values }, office, officeDay(now));
    const read = { kind: "work-read" as const, thing: "legal-document", filters: { kind: kindId }, found: 1 };
    await appendEntry(tx, { event: read, actor, caseId, requestId });
    return done({
      kind: kindId,
      kindName: kind.name,
      approver: kind.approver,
      law: kind.law,
      unconfirmed: kind.unconfirmed === true,
      form: template === undefined ? ("placeholder" as const) : ("office" as const),
      fields: presentFields(kind, parts.kinds, values),
      paragraphs: mutable(paragraphs),
      missingFields: [...findMissing(kind, fields, valuesOf(values))],
    });
  });
}
