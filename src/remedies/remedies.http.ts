import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { done } from "#refusals/refusal.ts";
import { actOnRemedy } from "#remedies/act-on-remedy.command.ts";
import { beginRemedy } from "#remedies/begin-remedy.command.ts";
import { RemedyBooks } from "#remedies/books/books.contract.ts";
import { listRemedies } from "#remedies/list-remedies.query.ts";
import { ActOnRemedyRequest, BeginRemedyRequest, RemedyIdParams, RemedyList, RemedyRecord } from "#remedies/remedies.contract.ts";

export type RemediesServices = BaseServices & { readonly remedyBooks: RemedyBooks };
const partsOf = ({ database, remedyBooks: books }: RemediesServices) => ({ database, books });

/** 修复与赔偿 */
export const remediesRoutes: readonly ServerRoute<RemediesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/law/remedies",
    summary: { zh: "修复方式、重复规则和保管人目录", en: "Catalogue of remedies, rules of overlap, custodians" },
    access: "signed-in",
    reply: RemedyBooks,
    run: async ({ remedyBooks }: RemediesServices) => done(remedyBooks),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/remedies",
    summary: { zh: "本案修复与赔偿", en: "Remedies and compensation of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: RemedyList,
    run: (services: RemediesServices, request) => listRemedies(partsOf(services), request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/remedies",
    summary: { zh: "建立赔偿合成、赔偿款、替代性修复、认罪认罚或者合规整改的记录", en: "Begin a record of remedies" },
    access: "signed-in",
    params: CaseIdParams,
    body: BeginRemedyRequest,
    reply: RemedyRecord,
    run: (services: RemediesServices, request) => beginRemedy(partsOf(services), request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/remedies/:remedyId/actions",
    summary: { zh: "办理修复与赔偿记录", en: "Act on a record of remedies" },
    access: "signed-in",
    params: RemedyIdParams,
    body: ActOnRemedyRequest,
    reply: RemedyRecord,
    run: (services: RemediesServices, request) => actOnRemedy(partsOf(services), request, request.params.remedyId, request.body),
  }),
];
