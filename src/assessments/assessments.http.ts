import {
  AssessmentIdParams,
  AssessmentList,
  AssessmentTree,
  CaseAssessment,
  DraftAssessmentRequest,
  FactsFromCount,
  FactsFromCountQuery,
  SignAssessmentRequest,
  TryFactsRequest,
} from "#assessments/assessments.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import { getAssessment } from "#assessments/get-assessment.query.ts";
import { getAssessmentTree } from "#assessments/get-assessment-tree.query.ts";
import { getFactsFromCount } from "#assessments/get-facts-from-count.query.ts";
import { listAssessments } from "#assessments/list-assessments.query.ts";
import { signAssessment } from "#assessments/sign-assessment.command.ts";
import { tryFacts } from "#assessments/try-facts.query.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import { Assessment } from "#statutes/statutes.contract.ts";

export type AssessmentsServices = BaseServices & { readonly provisions: Provisions };

/** 评估 */
export const assessmentsRoutes: readonly ServerRoute<AssessmentsServices>[] = [
  defineRoute({
    method: "POST",
    path: "/assessments/trial",
    summary: { zh: "试算（不保存）", en: "Try facts out; stores nothing" },
    access: "signed-in",
    body: TryFactsRequest,
    reply: Assessment,
    run: ({ provisions }: AssessmentsServices, { actor, body }) => tryFacts(provisions, actor, body.facts),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/assessments",
    summary: { zh: "评估目录", en: "Assessments of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: AssessmentList,
    run: ({ database }: AssessmentsServices, request) => listAssessments(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/assessments/facts",
    summary: { zh: "由计数带入事实", en: "Facts prefilled from a count" },
    access: "signed-in",
    params: CaseIdParams,
    query: FactsFromCountQuery,
    reply: FactsFromCount,
    run: ({ database }: AssessmentsServices, request) => getFactsFromCount(database, request, request.params.caseId, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/assessments",
    summary: { zh: "起草评估", en: "Draft an assessment" },
    access: "signed-in",
    params: CaseIdParams,
    body: DraftAssessmentRequest,
    reply: CaseAssessment,
    run: (services: AssessmentsServices, request) => draftAssessment(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/assessments/:assessmentId",
    summary: { zh: "查看评估", en: "Read an assessment" },
    access: "signed-in",
    params: AssessmentIdParams,
    reply: CaseAssessment,
    run: ({ database }: AssessmentsServices, request) => getAssessment(database, request, request.params.assessmentId),
  }),
  defineRoute({
    method: "GET",
    path: "/assessments/:assessmentId/tree",
    summary: { zh: "查看说理树", en: "Why an assessment says what it says, down to the sources" },
    access: "signed-in",
    params: AssessmentIdParams,
    reply: AssessmentTree,
    run: (services: AssessmentsServices, request) => getAssessmentTree(services, request, request.params.assessmentId),
  }),
  defineRoute({
    method: "POST",
    path: "/assessments/:assessmentId/signature",
    summary: { zh: "签署评估", en: "Sign an assessment" },
    access: "signed-in",
    params: AssessmentIdParams,
    body: SignAssessmentRequest,
    reply: CaseAssessment,
    run: ({ database }: AssessmentsServices, request) => signAssessment(database, request, request.params.assessmentId, request.body),
  }),
];
