import { CaseIdParams } from "#cases/cases.contract.ts";
import { addCorrection } from "#counts/add-correction.command.ts";
import {
  AddCorrectionRequest,
  CaseCorrection,
  CaseCorrectionList,
  CorrectionIdParams,
  WithdrawCorrectionRequest,
} from "#counts/corrections.contract.ts";
import { CountIdParams, ShapeList } from "#counts/counts.contract.ts";
import { decideItems, undoDecisions } from "#counts/decide-items.command.ts";
import { decideRows } from "#counts/decide-rows.command.ts";
import { exportDecisions } from "#counts/export-decisions.query.ts";
import { findItems } from "#counts/find-items.query.ts";
import { getShapes } from "#counts/get-shapes.query.ts";
import { getWorkList } from "#counts/get-work-list.query.ts";
import { listCorrections } from "#counts/list-corrections.query.ts";
import { overrideProof } from "#counts/override-proof.command.ts";
import { withdrawCorrection } from "#counts/withdraw-correction.command.ts";
import {
  DecideItemsRequest,
  DecideRowsRequest,
  DecisionExport,
  FindItemsQuery,
  ItemDecisionsAnswer,
  OverrideProofRequest,
  UndoDecisionsRequest,
  WorkItemList,
  WorkListProgress,
  WorkListReport,
} from "#counts/work-list.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 更正与逐条核实 what persons decide about a count. */
export const meaningRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/corrections",
    summary: { zh: "更正记录", en: "Corrections of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseCorrectionList,
    run: ({ database }: BaseServices, request) => listCorrections(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/corrections",
    summary: { zh: "更正列的含义、档次、条的单位或去重键", en: "Correct a column, tier, item or key" },
    access: "signed-in",
    params: CaseIdParams,
    body: AddCorrectionRequest,
    reply: CaseCorrection,
    run: ({ database }: BaseServices, request) => addCorrection(database, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/corrections/:correctionId/withdrawal",
    summary: { zh: "撤回更正", en: "Withdraw a correction" },
    access: "signed-in",
    params: CorrectionIdParams,
    body: WithdrawCorrectionRequest,
    reply: CaseCorrection,
    run: ({ database }: BaseServices, request) => withdrawCorrection(database, request, request.params, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId/shapes",
    summary: { zh: "表型与各列的含义", en: "Shapes of tables with the meaning of their columns" },
    access: "signed-in",
    params: CountIdParams,
    reply: ShapeList,
    run: ({ database }: BaseServices, request) => getShapes(database, request, request.params.countId),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId/work-list",
    summary: { zh: "核实进度与规则准确率", en: "How far items are decided, and precision of the rules" },
    access: "signed-in",
    params: CountIdParams,
    reply: WorkListReport,
    run: ({ database }: BaseServices, request) => getWorkList(database, request, request.params.countId),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId/items",
    summary: { zh: "待核实条目", en: "Items to verify, masked" },
    access: "signed-in",
    params: CountIdParams,
    query: FindItemsQuery,
    reply: WorkItemList,
    run: ({ database }: BaseServices, request) => findItems(database, request, request.params.countId, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/counts/:countId/item-decisions",
    summary: { zh: "导出核实认定", en: "Decisions in force, machine beside person" },
    access: "signed-in",
    params: CountIdParams,
    reply: DecisionExport,
    run: ({ database }: BaseServices, request) => exportDecisions(database, request, request.params.countId),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/item-decisions",
    summary: { zh: "逐条认定", en: "Decide one item or many" },
    access: "signed-in",
    params: CountIdParams,
    body: DecideItemsRequest,
    reply: ItemDecisionsAnswer,
    run: ({ database }: BaseServices, request) => decideItems(database, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/item-decisions/undo",
    summary: { zh: "撤销认定", en: "Undo decisions" },
    access: "signed-in",
    params: CountIdParams,
    body: UndoDecisionsRequest,
    reply: ItemDecisionsAnswer,
    run: ({ database }: BaseServices, request) => undoDecisions(database, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/row-decisions",
    summary: { zh: "认定单条C档记录", en: "Decide single records of tier C" },
    access: "signed-in",
    params: CountIdParams,
    body: DecideRowsRequest,
    reply: ItemDecisionsAnswer,
    run: ({ database }: BaseServices, request) => decideRows(database, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/counts/:countId/proof-override",
    summary: { zh: "未逐条核实即出具", en: "Print figures with open items, with a reason" },
    access: "signed-in",
    params: CountIdParams,
    body: OverrideProofRequest,
    reply: WorkListProgress,
    run: ({ database }: BaseServices, request) => overrideProof(database, request, request.params.countId, request.body),
  }),
];
