import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { type composeDocument, findMissing } from "#legal-documents/compose-document.ts";
import { type DocumentKind, type DocumentKinds, fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { shortNameOf, writeNumberToCome } from "#legal-documents/document-number.ts";
import { type DocumentPartsIn, kindOf } from "#legal-documents/document-parts.ts";
import { canHandleDocument } from "#legal-documents/legal-document.policy.ts";
import { actionsOf, fold, type LegalDocumentState, valuesOf } from "#legal-documents/legal-document.ts";
import type { FieldValues, LegalDocument, LegalDocumentSummary } from "#legal-documents/legal-documents.contract.ts";
import { findDocumentEvents, findDocumentRows, findOffice } from "#legal-documents/legal-documents.store.ts";
import { tellDocumentEvent } from "#legal-documents/tell-document.ts";
import { findUsedKind, type UsedTemplate, writeDocument } from "#legal-documents/write-document.query.ts";

/** The document as this person sees it now: its text with what is missing marked, or as it went out; undefined when it is not visible. */
export async function describeDocument(
  tx: Tx,
  { kinds }: Pick<DocumentPartsIn, "kinds">,
  { actor, now }: Asking,
  id: string,
): Promise<LegalDocument | undefined> {
  const [row] = await findDocumentRows(tx, { id });
  if (!row) return undefined;
  const events = await findDocumentEvents(tx, id);
  const state = fold(events.map(({ event }) => event));
  const used = await findUsedKind(tx, kinds, state);
  const { kind, template } = used;
  const facts = state.caseId === null ? null : ((await findCaseFacts(tx, state.caseId, "none")) ?? null);
  const today = officeDay(now);
  const place = { officeCode: state.officeCode, facts };
  return {
    ...presentDocument(row, kinds),
    version: state.version,
    procedureId: state.procedureId,
    approver: kind.approver,
    law: kind.law,
    unconfirmed: kind.unconfirmed === true,
    form: template === undefined ? "placeholder" : "office",
    templateVersion: template?.version ?? null,
    fields: presentFields(kind, kinds, state.fields),
    body: template === undefined ? [...kind.body] : null,
    bodyChanged: state.body !== null,
    paragraphs: mutable(
      state.issued?.paragraphs ?? (await composeDraft(kinds, used, state, await findOffice(tx, state.officeCode), today)).paragraphs,
    ),
    missingFields: state.issued === null ? [...findMissing(kind, kinds.fields, valuesOf(state.fields))] : [],
    factsHash: state.factsHash,
    sha256: state.issued?.sha256 ?? null,
    issuedOn: state.issued?.on ?? null,
    service: state.service,
    receipt: state.receipt,
    history: events.map(({ version, at, by, event }) => ({ version, at: at.toISOString(), by, sentence: tellDocumentEvent(event) })),
    can: actionsOf(state, kind.approver).filter((action) => canHandleDocument(action, actor, place, today, state.issued !== null).allowed),
  };
}

/** A draft as DOCX and paragraphs, with the number that is to come; its foot says that it is one and that the format is a placeholder. */
export async function composeDraft(
  kinds: DocumentKinds,
  used: { readonly kind: DocumentKind; readonly template: UsedTemplate },
  state: Pick<LegalDocumentState, "fields">,
  office: Awaited<ReturnType<typeof findOffice>>,
  today: string,
) {
  const officeName = office?.name_zh ?? "";
  const short = office?.shortName ?? shortNameOf(officeName);
  const { word } = used.kind;
  const numberToCome = word === null ? null : writeNumberToCome(short, word, Number(today.slice(0, 4)));
  return writeDocument(kinds, used, state, { officeName, number: null, numberToCome, issuedOn: null }, DRAFT_FOOTING);
}

/** R 105 and its like: the Supreme People's Procuratorate fixes the formats of documents. */
export const DRAFT_FOOTING = "草稿，未签发。格式为占位模板，以最高人民检察院统一文书格式为准";

/** The fields of a kind with their values, as a form shows them. */
export function presentFields(kind: DocumentKind, { fields }: DocumentKinds, values: FieldValues): LegalDocument["fields"] {
  return fieldsOfKind(kind).map((id) => {
    const field = fields.get(id);
    const { value = "", source = null } = values[id] ?? {};
    const name = field?.name ?? { zh: id, en: id };
    return { id, name, long: field?.long === true, mandatory: !kind.optional.includes(id), value, source };
  });
}

/** The fields of a summary that go out. */
export function presentDocument(row: Awaited<ReturnType<typeof findDocumentRows>>[number], kinds: DocumentKinds): LegalDocumentSummary {
  return {
    id: row.id,
    kind: row.kind,
    kindName: kindOf(kinds, row.kind).name,
    status: row.status,
    number: row.number,
    case: row.case_id === null || row.case_number === null ? null : { id: row.case_id, number: row.case_number },
    office: { code: row.office_code, name: { zh: row.name_zh, en: row.name_en } },
    addressee: row.addressee,
    missing: row.missing,
    draftedBy: row.drafted_by_name,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Answers carry plain arrays; the composed text is read-only. */
export function mutable(
  paragraphs: LegalDocument["paragraphs"] | ReturnType<typeof composeDocument>["paragraphs"],
): LegalDocument["paragraphs"] {
  return paragraphs.map(({ style, runs }) => ({ style, runs: runs.map((run) => ({ ...run })) }));
}
