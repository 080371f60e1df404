import { CaseIdParams } from "#cases/cases.contract.ts";
import { CountIdParams } from "#counts/counts.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { getNullSet } from "#sampling/get-null-set.query.ts";
import { getSample } from "#sampling/get-sample.query.ts";
import { listNullSets } from "#sampling/list-null-sets.query.ts";
import { listSamples } from "#sampling/list-samples.query.ts";
import { recordChecks } from "#sampling/record-checks.command.ts";
import { recordLines } from "#sampling/record-lines.command.ts";
import { recordSample } from "#sampling/record-sample.command.ts";
import { requestNullSet } from "#sampling/request-null-set.command.ts";
import {
  CaseNullSet,
  CaseNullSetList,
  CaseSample,
  CaseSampleList,
  DrawNullSetRequest,
  NullSetIdParams,
  PlanSampleRequest,
  RecordChecksRequest,
  RecordLinesRequest,
  SampleIdParams,
  SamplePlan,
  TrySampleRequest,
} from "#sampling/sampling.contract.ts";
import { trySample } from "#sampling/try-sample.query.ts";

export type SamplingServices = BaseServices & { readonly jobs: Jobs };

/** 抽样 */
export const samplingRoutes: readonly ServerRoute<SamplingServices>[] = [
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
  defineRoute({
    method: "POST",
    path: "/counts/:countId/null-sets",
    summary: { zh: "抽取阴性样本", en: "Draw lines without findings from the evidence of a count" },
    access: "signed-in",
    params: CountIdParams,
    body: DrawNullSetRequest,
    reply: CaseNullSet,
    run: (services: SamplingServices, request) => requestNullSet(services, request, request.params.countId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/null-sets",
    summary: { zh: "阴性样本目录", en: "Null sets of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: CaseNullSetList,
    run: ({ database }: SamplingServices, request) => listNullSets(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/null-sets/:nullSetId",
    summary: { zh: "查看阴性样本", en: "Read a null set" },
    access: "signed-in",
    params: NullSetIdParams,
    reply: CaseNullSet,
    run: ({ database }: SamplingServices, request) => getNullSet(database, request, request.params.nullSetId),
  }),
  defineRoute({
    method: "POST",
    path: "/null-sets/:nullSetId/checks",
    summary: { zh: "记录查漏结果", en: "Record what was found of the lines" },
    access: "signed-in",
    params: NullSetIdParams,
    body: RecordLinesRequest,
    reply: CaseNullSet,
    run: ({ database }: SamplingServices, request) => recordLines(database, request, request.params.nullSetId, request.body),
  }),
];
