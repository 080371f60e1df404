import { defineEventRoute, defineFileRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { proposeChange, publishDraft, rollBack, withdrawChange } from "#lexicons/change-lexicon.command.ts";
import { exportLexicon } from "#lexicons/export-lexicon.query.ts";
import { getLexicon } from "#lexicons/get-lexicon.query.ts";
import { followReplay, getReplay } from "#lexicons/get-replay.query.ts";
import {
  CancelReplayRequest,
  LexiconChanged,
  LexiconFileQuery,
  OfficeLexicon,
  ProposeChangeRequest,
  PublishDraftRequest,
  Replay,
  ReplayDetail,
  ReplayQuery,
  RequestReplayRequest,
  RollBackRequest,
  WithdrawChangeRequest,
} from "#lexicons/lexicons.contract.ts";
import { cancelReplay, requestReplay } from "#lexicons/request-replay.command.ts";
import type { Lexicon } from "#reading/terms/lexicon.ts";

export type LexiconsServices = BaseServices & {
  readonly jobs: Jobs;
  /** as it ships */
  readonly lexicon: Lexicon;
};

/** 词库 of the asker's own office: no address names another. */
export const lexiconsRoutes: readonly ServerRoute<LexiconsServices>[] = [
  defineRoute({
    method: "GET",
    path: "/lexicon",
    summary: { zh: "本院词库", en: "The lexicon of the office, with figures, draft and versions" },
    access: "signed-in",
    reply: OfficeLexicon,
    run: (services: LexiconsServices, request) => getLexicon(services, request),
  }),
  defineFileRoute({
    method: "GET",
    path: "/lexicon/file",
    summary: { zh: "导出词库", en: "A version of the lexicon as YAML" },
    access: "signed-in",
    query: LexiconFileQuery,
    run: (services: LexiconsServices, request) => exportLexicon(services, request, request.query.version),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/proposals",
    summary: { zh: "提出词条变更", en: "Propose a change of a term" },
    access: "signed-in",
    body: ProposeChangeRequest,
    reply: LexiconChanged,
    run: (services: LexiconsServices, request) => proposeChange(services, request, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/withdrawals",
    summary: { zh: "撤回词条变更", en: "Take a proposed change out of the draft" },
    access: "signed-in",
    body: WithdrawChangeRequest,
    reply: LexiconChanged,
    run: (services: LexiconsServices, request) => withdrawChange(services, request, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/versions",
    summary: { zh: "发布词库草案", en: "Publish the draft as the next version" },
    access: "signed-in",
    body: PublishDraftRequest,
    reply: LexiconChanged,
    run: (services: LexiconsServices, request) => publishDraft(services, request, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/roll-backs",
    summary: { zh: "回退词库", en: "Take the content of an older version again" },
    access: "signed-in",
    body: RollBackRequest,
    reply: LexiconChanged,
    run: (services: LexiconsServices, request) => rollBack(services, request, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/replays",
    summary: { zh: "重放词库草案", en: "Try the draft on documents that were read" },
    access: "signed-in",
    body: RequestReplayRequest,
    reply: Replay,
    run: (services: LexiconsServices, request) => requestReplay(services, request, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/lexicon/replays/cancellation",
    summary: { zh: "取消重放", en: "Cancel a replay" },
    access: "signed-in",
    body: CancelReplayRequest,
    reply: Replay,
    run: (services: LexiconsServices, request) => cancelReplay(services, request, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/lexicon/replay",
    summary: { zh: "重放结果", en: "What a replay found" },
    access: "signed-in",
    query: ReplayQuery,
    reply: ReplayDetail,
    run: ({ database }: LexiconsServices, request) => getReplay(database, request, request.query.replayId),
  }),
  defineEventRoute({
    method: "GET",
    path: "/lexicon/replay/progress",
    summary: { zh: "跟踪重放进度", en: "Follow a replay" },
    access: "signed-in",
    query: ReplayQuery,
    run: ({ database }: LexiconsServices, request) => followReplay(database, request, request.query.replayId),
  }),
];
