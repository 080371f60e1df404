import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { compareClue } from "#library/compare-clue.query.ts";
import { findSimilar } from "#library/find-similar.query.ts";
import { getDocument, listOwnDocuments } from "#library/get-document.query.ts";
import { getLibrary } from "#library/get-library.query.ts";
import {
  ClueLikeness,
  ClueParams,
  DocumentQuery,
  FindOwnQuery,
  FindSimilarRequest,
  ImportQuery,
  LibraryDocument,
  LibraryImport,
  LibraryState,
  OwnDocuments,
  SimilarDocuments,
} from "#library/library.contract.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { receiveJudgments } from "#library/receive-judgments.command.ts";

export type LibraryServices = BaseServices & { readonly jobs: Jobs };

/** 类案检索 */
export const libraryRoutes: readonly ServerRoute<LibraryServices>[] = [
  defineRoute({
    method: "GET",
    path: "/library",
    summary: { zh: "类案库", en: "What the library of similar cases holds" },
    access: "signed-in",
    reply: LibraryState,
    run: ({ database }: LibraryServices, request) => getLibrary(database, request),
  }),
  defineRoute({
    method: "POST",
    path: "/library/similar",
    summary: { zh: "检索类案", en: "Find similar cases" },
    access: "signed-in",
    body: FindSimilarRequest,
    reply: SimilarDocuments,
    run: (services: LibraryServices, request) => findSimilar({ ...services, knowledge: loadLibraryKnowledge() }, request, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/library/own-documents",
    summary: { zh: "本院案件文书", en: "Documents of one's own cases" },
    access: "signed-in",
    query: FindOwnQuery,
    reply: OwnDocuments,
    run: ({ database }: LibraryServices, request) => listOwnDocuments(database, request, request.query.query),
  }),
  defineRoute({
    method: "GET",
    path: "/library/document",
    summary: { zh: "库内文书", en: "A document of the library" },
    access: "signed-in",
    query: DocumentQuery,
    reply: LibraryDocument,
    run: ({ database }: LibraryServices, request) => getDocument(database, request, request.query.document),
  }),
  defineRoute({
    method: "POST",
    path: "/library/imports",
    summary: { zh: "导入裁判文书", en: "Take published judgments in" },
    access: "signed-in",
    intake: "stream",
    query: ImportQuery,
    reply: LibraryImport,
    run: (services: LibraryServices, request) => {
      const { requestId, name } = request.query;
      return receiveJudgments(services, request, { requestId, name, stream: request.stream, announcedBytes: request.contentLength });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/clues/:clueId/likeness",
    summary: { zh: "受理前比对", en: "Clues and cases like a clue" },
    access: "signed-in",
    params: ClueParams,
    reply: ClueLikeness,
    run: (services: LibraryServices, request) =>
      compareClue({ ...services, knowledge: loadLibraryKnowledge() }, request, request.params.clueId),
  }),
];
