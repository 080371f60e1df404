import { defineFileRoute, defineRoute } from "#http/define-route.ts";
import type { ServerRoute } from "#http/route.ts";
import { type LegalDocumentsServices, partsOf } from "#legal-documents/legal-documents.http.ts";
import { listTemplates, printStandard, printTemplate } from "#legal-documents/list-templates.query.ts";
import {
  KindQuery,
  KindTemplates,
  TemplateFileQuery,
  UploadTemplateQuery,
  UseStandardRequest,
} from "#legal-documents/templates.contract.ts";
import { uploadTemplate, useStandardText } from "#legal-documents/upload-template.command.ts";

/** 文书模板 */
export const documentTemplatesRoutes: readonly ServerRoute<LegalDocumentsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/document-templates",
    summary: { zh: "一种文书的模板", en: "Templates of a kind of document" },
    access: "signed-in",
    query: KindQuery,
    reply: KindTemplates,
    run: (services: LegalDocumentsServices, request) => listTemplates(partsOf(services), request, request.query.kind),
  }),
  defineRoute({
    method: "POST",
    path: "/document-templates",
    summary: { zh: "上传本院模板", en: "Upload a template of the office" },
    access: "signed-in",
    intake: "stream",
    query: UploadTemplateQuery,
    reply: KindTemplates,
    run: (services: LegalDocumentsServices, request) =>
      uploadTemplate(partsOf(services), request, { ...request.query, stream: request.stream }),
  }),
  defineRoute({
    method: "POST",
    path: "/document-templates/standard",
    summary: { zh: "恢复标准文本", en: "Go back to the standard text" },
    access: "signed-in",
    body: UseStandardRequest,
    reply: KindTemplates,
    run: (services: LegalDocumentsServices, request) => useStandardText(partsOf(services), request, request.body),
  }),
  defineFileRoute({
    method: "GET",
    path: "/document-templates/standard.docx",
    summary: { zh: "标准文本", en: "Standard text with its fields" },
    access: "signed-in",
    query: KindQuery,
    run: async (services: LegalDocumentsServices, request) => printStandard(partsOf(services), request.query.kind),
  }),
  defineFileRoute({
    method: "GET",
    path: "/document-templates/own.docx",
    summary: { zh: "本院模板", en: "A version of the office's template" },
    access: "signed-in",
    query: TemplateFileQuery,
    run: (services: LegalDocumentsServices, request) => printTemplate(partsOf(services), request, request.query.templateId),
  }),
];
