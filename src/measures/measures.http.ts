import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { changeMeasure } from "#measures/change-measure.command.ts";
import { listMeasures } from "#measures/list-measures.query.ts";
import {
  ChangeMeasureRequest,
  CustodyDay,
  CustodySignOff,
  Measure,
  MeasureIdParams,
  MeasureList,
  RecordMeasureRequest,
  SignOffRequest,
} from "#measures/measures.contract.ts";
import { readCustody } from "#measures/read-custody.query.ts";
import { recordMeasure } from "#measures/record-measure.command.ts";
import { signOffCustody } from "#measures/sign-off-custody.command.ts";

type MeasuresServices = BaseServices & { readonly lawBooks: { readonly calendar: Calendar } };
const partsOf = ({ database, lawBooks: { calendar } }: MeasuresServices) => ({ database, calendar });

/** 强制措施 */
export const measuresRoutes: readonly ServerRoute<MeasuresServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/measures",
    summary: { zh: "本案强制措施", en: "Compulsory measures of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: MeasureList,
    run: (services: MeasuresServices, request) => listMeasures(partsOf(services), request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/measures",
    summary: { zh: "记录强制措施", en: "Record a compulsory measure" },
    access: "signed-in",
    params: CaseIdParams,
    body: RecordMeasureRequest,
    reply: Measure,
    run: (services: MeasuresServices, request) => recordMeasure(partsOf(services), request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/measures/:measureId/changes",
    summary: { zh: "结束、更正或者注销强制措施的记录", en: "End, correct or void the record of a measure" },
    access: "signed-in",
    params: MeasureIdParams,
    body: ChangeMeasureRequest,
    reply: Measure,
    run: (services: MeasuresServices, request) => changeMeasure(partsOf(services), request, request.params.measureId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/custody",
    summary: { zh: "在押核对：强制措施与期限不一致之处", en: "Custody reconciliation: where measures and clocks disagree" },
    access: "signed-in",
    reply: CustodyDay,
    run: (services: MeasuresServices, request) => readCustody(partsOf(services), request),
  }),
  defineRoute({
    method: "POST",
    path: "/custody/sign-offs",
    summary: { zh: "签署当日的在押核对", en: "Sign off the day's custody list" },
    access: "signed-in",
    body: SignOffRequest,
    reply: CustodySignOff,
    run: (services: MeasuresServices, request) => signOffCustody(partsOf(services), request, request.body),
  }),
];
