import { actOnCase } from "#cases/act-on-case.command.ts";
import {
  ActOnCaseRequest,
  CaseDetail,
  CaseEventList,
  CaseIdParams,
  CaseList,
  FindCasesQuery,
  OpenCaseRequest,
} from "#cases/cases.contract.ts";
import { findCases } from "#cases/find-cases.query.ts";
import { getCase } from "#cases/get-case.query.ts";
import { listEvents } from "#cases/list-events.query.ts";
import { openCase } from "#cases/open-case.command.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 案件 */
export const casesRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases",
    summary: { zh: "查找案件", en: "Find cases" },
    access: "signed-in",
    query: FindCasesQuery,
    reply: CaseList,
    run: (services: BaseServices, request) => findCases(services, request, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/cases",
    summary: { zh: "受理案件", en: "Accept a case" },
    access: "signed-in",
    body: OpenCaseRequest,
    reply: CaseDetail,
    run: ({ database }: BaseServices, request) => openCase(database, request, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId",
    summary: { zh: "查看案件", en: "Read a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseDetail,
    run: ({ database }: BaseServices, request) => getCase(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/actions",
    summary: { zh: "变更案件", en: "Act on a case" },
    access: "signed-in",
    params: CaseIdParams,
    body: ActOnCaseRequest,
    reply: CaseDetail,
    run: ({ database }: BaseServices, request) => actOnCase(database, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/events",
    summary: { zh: "案件经过", en: "What happened in a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseEventList,
    run: ({ database }: BaseServices, request) => listEvents(database, request, request.params.caseId),
  }),
];
