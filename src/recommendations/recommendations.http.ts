import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { actOnRecommendation } from "#recommendations/act-on-recommendation.command.ts";
import { draftRecommendation } from "#recommendations/draft-recommendation.command.ts";
import { findRecommendations, getRecommendation, listCaseRecommendations } from "#recommendations/list-recommendations.query.ts";
import type { RecommendationTypes } from "#recommendations/recommendation-types.contract.ts";
import {
  ActOnRecommendationRequest,
  CaseRecommendationList,
  DraftRecommendationRequest,
  FindRecommendationsQuery,
  Recommendation,
  RecommendationBoard,
  RecommendationIdParams,
} from "#recommendations/recommendations.contract.ts";

export type RecommendationsServices = BaseServices & {
  readonly lawBooks: { readonly calendar: Calendar };
  readonly procedureTables: ProcedureTables;
  readonly recommendationTypes: RecommendationTypes;
  readonly documentKinds: DocumentKinds;
};

const partsOf = ({
  database,
  lawBooks: { calendar },
  procedureTables: procedures,
  recommendationTypes: types,
  documentKinds: documents,
}: RecommendationsServices) => ({
  ...{ database, calendar, procedures, types, documents },
});

/** 检察建议 */
export const recommendationsRoutes: readonly ServerRoute<RecommendationsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/recommendations",
    summary: { zh: "检察建议看板", en: "Recommendations of every visible case, with their effect" },
    access: "signed-in",
    query: FindRecommendationsQuery,
    reply: RecommendationBoard,
    run: (services: RecommendationsServices, request) => findRecommendations(partsOf(services), request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/recommendations/:recommendationId",
    summary: { zh: "一份检察建议", en: "A recommendation with its measures and checks" },
    access: "signed-in",
    params: RecommendationIdParams,
    reply: Recommendation,
    run: (services: RecommendationsServices, request) => getRecommendation(partsOf(services), request, request.params.recommendationId),
  }),
  defineRoute({
    method: "POST",
    path: "/recommendations/:recommendationId/actions",
    summary: { zh: "办理检察建议", en: "Revise, review, approve, issue, follow up or end a recommendation" },
    access: "signed-in",
    params: RecommendationIdParams,
    body: ActOnRecommendationRequest,
    reply: Recommendation,
    run: (services: RecommendationsServices, request) =>
      actOnRecommendation(partsOf(services), request, request.params.recommendationId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/recommendations",
    summary: { zh: "本案检察建议", en: "Recommendations of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseRecommendationList,
    run: (services: RecommendationsServices, request) => listCaseRecommendations(partsOf(services), request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/recommendations",
    summary: { zh: "起草检察建议", en: "Draft a recommendation from findings" },
    access: "signed-in",
    params: CaseIdParams,
    body: DraftRecommendationRequest,
    reply: Recommendation,
    run: (services: RecommendationsServices, request) =>
      draftRecommendation(partsOf(services), request, request.params.caseId, request.body),
  }),
];
