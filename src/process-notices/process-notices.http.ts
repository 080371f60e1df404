import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { actOnNotice, issueNotice } from "#process-notices/issue-notice.command.ts";
import { listNotices } from "#process-notices/list-notices.query.ts";
import {
  ActOnNoticeRequest,
  FindNoticesQuery,
  IssueNoticeRequest,
  ProcessNotice,
  ProcessNoticeIdParams,
  ProcessNoticeList,
} from "#process-notices/process-notices.contract.ts";

type ProcessNoticesServices = BaseServices & { readonly lawBooks: { readonly calendar: Calendar } };
const partsOf = ({ database, lawBooks: { calendar } }: ProcessNoticesServices) => ({ database, calendar });

/** 流程监控 */
export const processNoticesRoutes: readonly ServerRoute<ProcessNoticesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/process-notices",
    summary: { zh: "流程监控通知", en: "Process-supervision notices" },
    access: "signed-in",
    query: FindNoticesQuery,
    reply: ProcessNoticeList,
    run: (services: ProcessNoticesServices, request) => listNotices(partsOf(services), request, request.query.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/process-notices",
    summary: { zh: "发出流程监控通知书", en: "Issue a process-supervision notice about a clock" },
    access: "signed-in",
    params: CaseIdParams,
    body: IssueNoticeRequest,
    reply: ProcessNotice,
    run: (services: ProcessNoticesServices, request) => issueNotice(partsOf(services), request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/process-notices/:noticeId/actions",
    summary: { zh: "回复或者撤回流程监控通知书", en: "Reply to a process-supervision notice, or withdraw it" },
    access: "signed-in",
    params: ProcessNoticeIdParams,
    body: ActOnNoticeRequest,
    reply: ProcessNotice,
    run: (services: ProcessNoticesServices, request) => actOnNotice(partsOf(services), request, request.params.noticeId, request.body),
  }),
];
