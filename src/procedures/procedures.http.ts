import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { actOnProcedure } from "#procedures/act-on-procedure.command.ts";
import { findAllProcedures } from "#procedures/find-all-procedures.query.ts";
import { getProcedure } from "#procedures/get-procedure.query.ts";
import { listCaseProcedures } from "#procedures/list-case-procedures.query.ts";
import { openProcedure } from "#procedures/open-procedure.command.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import {
  ActOnProcedureRequest,
  FindProceduresQuery,
  OpenProcedureRequest,
  Procedure,
  ProcedureIdParams,
  ProcedureList,
  ProcedureSummaryList,
} from "#procedures/procedures.contract.ts";

export type ProceduresServices = BaseServices & {
  readonly lawBooks: { readonly calendar: Calendar };
  readonly procedureTables: ProcedureTables;
};

const partsOf = ({ database, lawBooks: { calendar }, procedureTables: tables }: ProceduresServices) => ({ database, calendar, tables });

/** 办案程序 */
export const proceduresRoutes: readonly ServerRoute<ProceduresServices>[] = [
  defineRoute({
    method: "GET",
    path: "/procedures",
    summary: { zh: "程序一览", en: "Procedures of every visible case" },
    access: "signed-in",
    query: FindProceduresQuery,
    reply: ProcedureSummaryList,
    run: (services: ProceduresServices, request) => findAllProcedures(partsOf(services), request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/procedures/:procedureId",
    summary: { zh: "一个程序及其下一步", en: "A procedure and what may come next" },
    access: "signed-in",
    params: ProcedureIdParams,
    reply: Procedure,
    run: (services: ProceduresServices, request) => getProcedure(partsOf(services), request, request.params.procedureId),
  }),
  defineRoute({
    method: "POST",
    path: "/procedures/:procedureId/actions",
    summary: { zh: "办理一步、更正或者更换承办人", en: "Take a step, correct one, or change the handler" },
    access: "signed-in",
    params: ProcedureIdParams,
    body: ActOnProcedureRequest,
    reply: Procedure,
    run: (services: ProceduresServices, request) => actOnProcedure(partsOf(services), request, request.params.procedureId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/procedures",
    summary: { zh: "本案程序", en: "Procedures of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: ProcedureList,
    run: (services: ProceduresServices, request) => listCaseProcedures(partsOf(services), request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/procedures",
    summary: { zh: "启动程序", en: "Open a procedure on a case" },
    access: "signed-in",
    params: CaseIdParams,
    body: OpenProcedureRequest,
    reply: Procedure,
    run: (services: ProceduresServices, request) => openProcedure(partsOf(services), request, request.params.caseId, request.body),
  }),
];
