import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { changeDeadlineOf } from "#deadlines/change-deadline.command.ts";
import {
  BoardDay,
  BoardDayQuery,
  BoardQuery,
  CalendarFileQuery,
  DeadlineBoard,
  DeadlineReminder,
} from "#deadlines/deadline-board.contract.ts";
import {
  CaseDeadlineList,
  ChangeDeadlineRequest,
  Deadline,
  DeadlineIdParams,
  DeadlinePreview,
  FindDeadlinesQuery,
  OpenDeadlineList,
  OpenDeadlinesQuery,
  PreviewChangeRequest,
  StartDeadlineRequest,
} from "#deadlines/deadlines.contract.ts";
import { getBoardDay, getDeadlineBoard, listClocksOfCalendar, remindOfDeadlines } from "#deadlines/get-deadline-board.query.ts";
import { listCaseDeadlines, listOpenDeadlines } from "#deadlines/list-deadlines.query.ts";
import { previewChange } from "#deadlines/preview-change.query.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";
import { writeCalendarFile } from "#deadlines/write-calendar-file.ts";
import { defineFileRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { done } from "#refusals/refusal.ts";

/** The calendar that the law books hold. */
export type DeadlinesServices = BaseServices & { readonly lawBooks: { readonly calendar: Calendar } };

/** What the operations need of the services. */
const partsOf = ({ database, lawBooks: { calendar } }: DeadlinesServices) => ({ database, calendar });

/** 期限 */
export const deadlinesRoutes: readonly ServerRoute<DeadlinesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/deadlines",
    summary: { zh: "本人可见案件的未结期限（分页）", en: "Open clocks of every visible case, page by page" },
    access: "signed-in",
    query: OpenDeadlinesQuery,
    reply: OpenDeadlineList,
    run: (services: DeadlinesServices, request) => listOpenDeadlines(partsOf(services), request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/deadlines/board",
    summary: { zh: "期限墙：按日、按承办人汇总，工作量", en: "Clocks of an office by day and person in charge, and the workload" },
    access: "signed-in",
    query: BoardQuery,
    reply: DeadlineBoard,
    run: (services: DeadlinesServices, request) => getDeadlineBoard(partsOf(services), request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/deadlines/board/day",
    summary: { zh: "期限墙：一日的期限", en: "The clocks of one day of the wall" },
    access: "signed-in",
    query: BoardDayQuery,
    reply: BoardDay,
    run: (services: DeadlinesServices, request) => getBoardDay(partsOf(services), request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/deadlines/reminder",
    summary: { zh: "本人案件中超期和三日内届满的期限数", en: "How many of one's own clocks are over or end within three days" },
    access: "signed-in",
    reply: DeadlineReminder,
    run: (services: DeadlinesServices, request) => remindOfDeadlines(partsOf(services), request),
  }),
  defineFileRoute({
    method: "GET",
    path: "/deadlines.ics",
    summary: { zh: "期限日历文件", en: "Open clocks as a calendar file" },
    access: "signed-in",
    query: CalendarFileQuery,
    run: async (services: DeadlinesServices, request) => {
      const list = await listClocksOfCalendar(partsOf(services), request, request.query);
      if (!list.ok) return list;
      const bytes = Buffer.from(writeCalendarFile(list.value, request.now, request.query.lang));
      return done({ name: "deadlines.ics", contentType: "text/calendar; charset=utf-8", bytes });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/deadlines",
    summary: { zh: "本案期限", en: "Deadlines of a case" },
    access: "signed-in",
    params: CaseIdParams,
    query: FindDeadlinesQuery,
    reply: CaseDeadlineList,
    run: (services: DeadlinesServices, request) => listCaseDeadlines(partsOf(services), request, request.params.caseId, request.query.lang),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/deadlines",
    summary: { zh: "起算期限", en: "Start a deadline" },
    access: "signed-in",
    params: CaseIdParams,
    body: StartDeadlineRequest,
    reply: Deadline,
    run: (services: DeadlinesServices, request) => startDeadline(partsOf(services), request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/deadlines/:deadlineId/changes",
    summary: { zh: "延长、中止、办结或者更正期限", en: "Extend, suspend, end or correct a deadline" },
    access: "signed-in",
    params: DeadlineIdParams,
    body: ChangeDeadlineRequest,
    reply: Deadline,
    run: (services: DeadlinesServices, request) => changeDeadlineOf(partsOf(services), request, request.params.deadlineId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/deadlines/:deadlineId/preview",
    summary: { zh: "预览变更会使哪些期限变动", en: "What a change would move" },
    access: "signed-in",
    params: DeadlineIdParams,
    query: FindDeadlinesQuery,
    body: PreviewChangeRequest,
    reply: DeadlinePreview,
    run: (services: DeadlinesServices, request) =>
      previewChange(partsOf(services), request, request.params.deadlineId, request.body.change, request.query.lang),
  }),
];
