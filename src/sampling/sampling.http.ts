import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { getSample } from "#sampling/get-sample.query.ts";
import { listSamples } from "#sampling/list-samples.query.ts";
import { recordChecks } from "#sampling/record-checks.command.ts";
import { recordSample } from "#sampling/record-sample.command.ts";
import {
  CaseSample,
  CaseSampleList,
  PlanSampleRequest,
  RecordChecksRequest,
  SampleIdParams,
  SamplePlan,
  TrySampleRequest,
} from "#sampling/sampling.contract.ts";
import { trySample } from "#sampling/try-sample.query.ts";

/** 抽样 */
export const samplingRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/samples/trial",
    summary: { zh: "试算抽样方案（不保存）", en: "Try a design out; stores nothing and draws no list" },
    access: "signed-in",
    params: CaseIdParams,
    body: TrySampleRequest,
    reply: SamplePlan,
    run: ({ database }: BaseServices, request) => trySample(database, request, request.params.caseId, request.body.design),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/samples",
    summary: { zh: "记录抽样方案并抽取名单", en: "Record a sample plan and draw its list" },
    access: "signed-in",
    params: CaseIdParams,
    body: PlanSampleRequest,
    reply: CaseSample,
    run: ({ database }: BaseServices, request) => recordSample(database, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/samples",
    summary: { zh: "抽样目录", en: "Samples of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseSampleList,
    run: ({ database }: BaseServices, request) => listSamples(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/samples/:sampleId",
    summary: { zh: "查看抽样", en: "Read a sample" },
    access: "signed-in",
    params: SampleIdParams,
    reply: CaseSample,
    run: ({ database }: BaseServices, request) => getSample(database, request, request.params.sampleId),
  }),
  defineRoute({
    method: "POST",
    path: "/samples/:sampleId/checks",
    summary: { zh: "记录核对结果", en: "Record what was found" },
    access: "signed-in",
    params: SampleIdParams,
    body: RecordChecksRequest,
    reply: CaseSample,
    run: ({ database }: BaseServices, request) => recordChecks(database, request, request.params.sampleId, request.body),
  }),
];
