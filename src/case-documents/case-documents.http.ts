import { attachBatch } from "#case-documents/attach-batch.command.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import {
  AttachBatchRequest,
  BatchIdParams,
  ChangeBatchRequest,
  DocumentBatch,
  DocumentBatchList,
} from "#case-documents/batches.contract.ts";
import {
  AttachDocumentRequest,
  CaptureDocuments,
  CaptureDocumentsQuery,
  CaptureFunnel,
  CaptureQuery,
  CaseDocument,
  CaseDocumentDetail,
  CaseDocumentIdParams,
  CaseDocumentList,
  ChangeReadingRequest,
  ConfirmedFactList,
  DecideFactRequest,
  DocumentPages,
  FindDocumentsQuery,
  FindPagesQuery,
} from "#case-documents/case-documents.contract.ts";
import { changeBatch } from "#case-documents/change-batch.command.ts";
import { cancelReading, readAgain } from "#case-documents/change-reading.command.ts";
import { decideFact } from "#case-documents/decide-fact.command.ts";
import { listConfirmedFacts } from "#case-documents/find-confirmed-facts.query.ts";
import { followReading } from "#case-documents/follow-reading.query.ts";
import { getDocument, getPages, listDocuments } from "#case-documents/get-document.query.ts";
import { getFunnel, listCaptureDocuments } from "#case-documents/get-funnel.query.ts";
import { listBatches } from "#case-documents/list-batches.query.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineEventRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Jobs } from "#jobs/jobs.ts";

export type CaseDocumentsServices = BaseServices & { readonly jobs: Jobs };

/** 案卷文书 */
export const caseDocumentsRoutes: readonly ServerRoute<CaseDocumentsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/case-documents",
    summary: { zh: "案卷文书目录", en: "Documents of a case" },
    access: "signed-in",
    params: CaseIdParams,
    query: FindDocumentsQuery,
    reply: CaseDocumentList,
    run: ({ database }: CaseDocumentsServices, request) => listDocuments(database, request, request.params.caseId, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/case-documents",
    summary: { zh: "附入文书并阅读", en: "Attach evidence of a case as a document and read it" },
    access: "signed-in",
    params: CaseIdParams,
    body: AttachDocumentRequest,
    reply: CaseDocument,
    run: (services: CaseDocumentsServices, request) => attachDocument(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/confirmed-facts",
    summary: { zh: "文书中已确认的事实", en: "Confirmed facts of the documents of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: ConfirmedFactList,
    run: ({ database }: CaseDocumentsServices, request) => listConfirmedFacts(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/case-documents/:caseDocumentId",
    summary: { zh: "一份文书及其事实", en: "A document with its facts and prompts" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    reply: CaseDocumentDetail,
    run: ({ database }: CaseDocumentsServices, request) => getDocument(database, request, request.params.caseDocumentId),
  }),
  defineRoute({
    method: "GET",
    path: "/case-documents/:caseDocumentId/pages",
    summary: { zh: "文书正文（已遮蔽）", en: "Pages of a document, masked" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    query: FindPagesQuery,
    reply: DocumentPages,
    run: ({ database }: CaseDocumentsServices, request) => getPages(database, request, request.params.caseDocumentId, request.query),
  }),
  defineEventRoute({
    method: "GET",
    path: "/case-documents/:caseDocumentId/progress",
    summary: { zh: "跟踪阅读进度", en: "Follow the reading of a document" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    run: ({ database }: CaseDocumentsServices, request) => followReading(database, request, request.params.caseDocumentId),
  }),
  defineRoute({
    method: "POST",
    path: "/case-documents/:caseDocumentId/readings",
    summary: { zh: "重新阅读", en: "Read a document again" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    body: ChangeReadingRequest,
    reply: CaseDocument,
    run: (services: CaseDocumentsServices, request) => readAgain(services, request, request.params.caseDocumentId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/case-documents/:caseDocumentId/cancellation",
    summary: { zh: "取消阅读", en: "Cancel a reading" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    body: ChangeReadingRequest,
    reply: CaseDocument,
    run: (services: CaseDocumentsServices, request) => cancelReading(services, request, request.params.caseDocumentId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/case-documents/:caseDocumentId/facts",
    summary: { zh: "核实读出的事实", en: "Confirm or reject a fact that was read" },
    access: "signed-in",
    params: CaseDocumentIdParams,
    body: DecideFactRequest,
    reply: CaseDocumentDetail,
    run: ({ database }: CaseDocumentsServices, request) => decideFact(database, request, request.params.caseDocumentId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/document-batches",
    summary: { zh: "成批文书", en: "Batches of documents of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: DocumentBatchList,
    run: ({ database }: CaseDocumentsServices, request) => listBatches(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/document-batches",
    summary: { zh: "成批附入文书并阅读", en: "Attach every line of a JSONL or file of a ZIP as a document" },
    access: "signed-in",
    params: CaseIdParams,
    body: AttachBatchRequest,
    reply: DocumentBatch,
    run: (services: CaseDocumentsServices, request) => attachBatch(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/document-batches/:documentBatchId/cancellation",
    summary: { zh: "取消成批阅读", en: "Cancel a batch" },
    access: "signed-in",
    params: BatchIdParams,
    body: ChangeBatchRequest,
    reply: DocumentBatch,
    run: (services: CaseDocumentsServices, request) =>
      changeBatch(services, request, request.params.documentBatchId, "cancel", request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/document-batches/:documentBatchId/continuation",
    summary: { zh: "继续成批阅读", en: "Go on with a batch that was cancelled or failed" },
    access: "signed-in",
    params: BatchIdParams,
    body: ChangeBatchRequest,
    reply: DocumentBatch,
    run: (services: CaseDocumentsServices, request) =>
      changeBatch(services, request, request.params.documentBatchId, "resume", request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/capture-funnel",
    summary: { zh: "线索捕获漏斗", en: "From documents to clues to cases" },
    access: "signed-in",
    query: CaptureQuery,
    reply: CaptureFunnel,
    run: ({ database }: CaseDocumentsServices, request) => getFunnel(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/capture-documents",
    summary: { zh: "漏斗背后的文书", en: "Documents behind a figure of the funnel" },
    access: "signed-in",
    query: CaptureDocumentsQuery,
    reply: CaptureDocuments,
    run: ({ database }: CaseDocumentsServices, request) => listCaptureDocuments(database, request, request.query),
  }),
];
