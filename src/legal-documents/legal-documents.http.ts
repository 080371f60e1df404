import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineFileRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { actOnDocument } from "#legal-documents/act-on-document.command.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import { draftDocument } from "#legal-documents/draft-document.command.ts";
import {
  ActOnDocumentRequest,
  DocumentKindList,
  DocumentNumberList,
  DraftDocumentRequest,
  DraftPreview,
  FindDocumentsQuery,
  LegalDocument,
  LegalDocumentIdParams,
  LegalDocumentList,
  NumbersQuery,
  OfficeDocumentList,
  PreviewQuery,
  SetShortNameRequest,
  ShortName,
} from "#legal-documents/legal-documents.contract.ts";
import { getDocument, listDocuments, listOfficeDocuments, previewDraft } from "#legal-documents/list-documents.query.ts";
import { listKinds, listNumbers } from "#legal-documents/list-numbers.query.ts";
import { printDocument } from "#legal-documents/print-document.query.ts";
import { setShortName } from "#legal-documents/set-short-name.command.ts";
import { DocumentFileQuery } from "#legal-documents/templates.contract.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";

export type LegalDocumentsServices = BaseServices & { readonly documentKinds: DocumentKinds; readonly procedureTables: ProcedureTables };

/** What the operations of the slice are given. */
export const partsOf = ({ database, documentKinds: kinds, procedureTables: tables }: LegalDocumentsServices) => ({
  database,
  kinds,
  tables,
});

/** 法律文书 */
export const legalDocumentsRoutes: readonly ServerRoute<LegalDocumentsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/document-kinds",
    summary: { zh: "文书种类", en: "Kinds of documents" },
    access: "signed-in",
    reply: DocumentKindList,
    run: (services: LegalDocumentsServices, request) => listKinds(partsOf(services), request),
  }),
  defineRoute({
    method: "GET",
    path: "/document-numbers",
    summary: { zh: "文号登记", en: "Numbers the office gave" },
    access: "signed-in",
    query: NumbersQuery,
    reply: DocumentNumberList,
    run: (services: LegalDocumentsServices, request) => listNumbers(partsOf(services), request, request.query.year),
  }),
  defineRoute({
    method: "POST",
    path: "/office-short-name",
    summary: { zh: "设定本院代字", en: "Set the short name of the office" },
    access: "signed-in",
    body: SetShortNameRequest,
    reply: ShortName,
    run: ({ database }: LegalDocumentsServices, request) => setShortName(database, request, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/legal-documents",
    summary: { zh: "本案文书", en: "Documents of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: LegalDocumentList,
    run: (services: LegalDocumentsServices, request) => listDocuments(partsOf(services), request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/legal-documents/preview",
    summary: { zh: "预览一种文书", en: "What a kind of document would say now" },
    access: "signed-in",
    params: CaseIdParams,
    query: PreviewQuery,
    reply: DraftPreview,
    run: (services: LegalDocumentsServices, request) => previewDraft(partsOf(services), request, request.params.caseId, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/legal-documents",
    summary: { zh: "拟制文书", en: "Draft a document" },
    access: "signed-in",
    params: CaseIdParams,
    body: DraftDocumentRequest,
    reply: LegalDocument,
    run: (services: LegalDocumentsServices, request) => draftDocument(partsOf(services), request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/legal-documents",
    summary: { zh: "本院待审批等文书", en: "Documents of the office in one status" },
    access: "signed-in",
    query: FindDocumentsQuery,
    reply: OfficeDocumentList,
    run: (services: LegalDocumentsServices, request) => listOfficeDocuments(partsOf(services), request, request.query.status),
  }),
  defineRoute({
    method: "GET",
    path: "/legal-documents/:legalDocumentId",
    summary: { zh: "一件文书", en: "A document" },
    access: "signed-in",
    params: LegalDocumentIdParams,
    reply: LegalDocument,
    run: (services: LegalDocumentsServices, request) => getDocument(partsOf(services), request, request.params.legalDocumentId),
  }),
  defineRoute({
    method: "POST",
    path: "/legal-documents/:legalDocumentId/actions",
    summary: { zh: "修改、审批、签发、送达或者撤回文书", en: "Edit, approve, issue, serve or withdraw a document" },
    access: "signed-in",
    params: LegalDocumentIdParams,
    body: ActOnDocumentRequest,
    reply: LegalDocument,
    run: (services: LegalDocumentsServices, request) =>
      actOnDocument(partsOf(services), request, request.params.legalDocumentId, request.body),
  }),
  defineFileRoute({
    method: "GET",
    path: "/legal-documents/:legalDocumentId/file",
    summary: { zh: "下载文书", en: "A document as DOCX or PDF" },
    access: "signed-in",
    params: LegalDocumentIdParams,
    query: DocumentFileQuery,
    run: (services: LegalDocumentsServices, request) =>
      printDocument(partsOf(services), request, request.params.legalDocumentId, request.query.format),
  }),
];
