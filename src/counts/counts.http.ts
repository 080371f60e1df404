import { CaseIdParams } from "#cases/cases.contract.ts";
import { cancelCount } from "#counts/cancel-count.command.ts";
import {
  ChangeCountRequest,
  Count,
  CountDetail,
  CountIdParams,
  CountList,
  CountRowList,
  FindCountsQuery,
  FindRowsQuery,
  RequestCountRequest,
} from "#counts/counts.contract.ts";
import { findRows } from "#counts/find-rows.query.ts";
import { followProgress } from "#counts/follow-progress.query.ts";
import { getCount } from "#counts/get-count.query.ts";
import { listCounts } from "#counts/list-counts.query.ts";
import { requestCount } from "#counts/request-count.command.ts";
import { retryCount } from "#counts/retry-count.command.ts";
import { defineEventRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Jobs } from "#jobs/jobs.ts";

export type CountsServices = BaseServices & { readonly jobs: Jobs };

/** 计数 */
export const countsRoutes: readonly ServerRoute<CountsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/counts",
    summary: { zh: "计数目录", en: "Counts that run, or of one case" },
    access: "signed-in",
    query: FindCountsQuery,
    reply: CountList,
    run: ({ database }: CountsServices, request) => listCounts(database, request, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/counts",
    summary: { zh: "发起计数", en: "Ask for a count" },
    access: "signed-in",
    params: CaseIdParams,
    body: RequestCountRequest,
    reply: Count,
    run: (services: CountsServices, request) => requestCount(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId",
    summary: { zh: "查看计数", en: "Read a count" },
    access: "signed-in",
    params: CountIdParams,
    reply: CountDetail,
    run: ({ database }: CountsServices, request) => getCount(database, request, request.params.countId),
  }),
  defineEventRoute({
    method: "GET",
    path: "/counts/:countId/progress",
    summary: { zh: "跟踪计数进度", en: "Follow the progress of a count" },
    access: "signed-in",
    params: CountIdParams,
    run: ({ database }: CountsServices, request) => followProgress(database, request, request.params.countId),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/cancellation",
    summary: { zh: "取消计数", en: "Cancel a count" },
    access: "signed-in",
    params: CountIdParams,
    body: ChangeCountRequest,
    reply: Count,
    run: (services: CountsServices, request) => cancelCount(services, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/retry",
    summary: { zh: "重新计数", en: "Count again" },
    access: "signed-in",
    params: CountIdParams,
    body: ChangeCountRequest,
    reply: Count,
    run: (services: CountsServices, request) => retryCount(services, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId/rows",
    summary: { zh: "明细记录", en: "Masked rows behind a figure" },
    access: "signed-in",
    params: CountIdParams,
    query: FindRowsQuery,
    reply: CountRowList,
    run: ({ database }: CountsServices, request) => findRows(database, request, request.params.countId, request.query),
  }),
];
