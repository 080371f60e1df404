import { CaseIdParams } from "#cases/cases.contract.ts";
import { findGainsLines } from "#gains/find-gains-lines.query.ts";
import {
  CalculateGainsRequest,
  FindGainsLinesQuery,
  GainsCalculation,
  GainsCalculationIdParams,
  GainsCalculationList,
  GainsLineList,
  GainsTrial,
  ImportMoneyFlowQuery,
  MoneyFlow,
  MoneyFlowIdParams,
  MoneyFlowList,
  TryGainsRequest,
} from "#gains/gains.contract.ts";
import { getGains } from "#gains/get-gains.query.ts";
import { importMoneyFlow } from "#gains/import-money-flow.command.ts";
import { keepGains } from "#gains/keep-gains.command.ts";
import { listGains } from "#gains/list-gains.query.ts";
import { listMoneyFlows } from "#gains/list-money-flows.query.ts";
import { tryGains } from "#gains/try-gains.query.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 违法所得 */
export const gainsRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/money-flows",
    summary: { zh: "导入流水表", en: "Import a money-flow table" },
    access: "signed-in",
    intake: "stream",
    params: CaseIdParams,
    query: ImportMoneyFlowQuery,
    reply: MoneyFlow,
    run: (services: BaseServices, request) => {
      const upload = { ...request.query, stream: request.stream, signal: request.signal };
      return importMoneyFlow(services, request, request.params.caseId, upload);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/money-flows",
    summary: { zh: "流水表目录", en: "Money-flow tables of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: MoneyFlowList,
    run: ({ database }: BaseServices, request) => listMoneyFlows(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/money-flows/:moneyFlowId/trial",
    summary: { zh: "试算违法所得（不保存）", en: "Try choices out; stores nothing" },
    access: "signed-in",
    params: MoneyFlowIdParams,
    body: TryGainsRequest,
    reply: GainsTrial,
    run: ({ database }: BaseServices, request) => tryGains(database, request, request.params.moneyFlowId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/money-flows/:moneyFlowId/gains",
    summary: { zh: "计算违法所得", en: "Calculate gains" },
    access: "signed-in",
    params: MoneyFlowIdParams,
    body: CalculateGainsRequest,
    reply: GainsCalculation,
    run: ({ database }: BaseServices, request) => keepGains(database, request, request.params.moneyFlowId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/gains",
    summary: { zh: "违法所得计算目录", en: "Gains calculations of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: GainsCalculationList,
    run: ({ database }: BaseServices, request) => listGains(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/gains/:calculationId",
    summary: { zh: "查看违法所得计算", en: "Read a gains calculation" },
    access: "signed-in",
    params: GainsCalculationIdParams,
    reply: GainsCalculation,
    run: ({ database }: BaseServices, request) => getGains(database, request, request.params.calculationId),
  }),
  defineRoute({
    method: "GET",
    path: "/gains/:calculationId/lines",
    summary: { zh: "流水明细", en: "Treated lines of a calculation, masked" },
    access: "signed-in",
    params: GainsCalculationIdParams,
    query: FindGainsLinesQuery,
    reply: GainsLineList,
    run: ({ database }: BaseServices, request) => findGainsLines(database, request, request.params.calculationId, request.query),
  }),
];
