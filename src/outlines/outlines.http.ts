import type { Calendar } from "#calendar/compute-period.ts";
import { CaseIdParams } from "#cases/cases.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { getOutlineBoard } from "#outlines/get-outline-board.query.ts";
import { changeLink, linkEvidence } from "#outlines/link-evidence.command.ts";
import type { OutlineBooks } from "#outlines/outline-elements.contract.ts";
import {
  ChangeLinkRequest,
  ChangeOutlineRequest,
  LinkEvidenceRequest,
  LinkIdParams,
  OutlineBoard,
  OutlineIdParams,
  SuggestedLines,
  SuggestLinesRequest,
  WriteOutlineRequest,
  WrittenOutline,
} from "#outlines/outlines.contract.ts";
import { suggestOutline } from "#outlines/suggest-outline.query.ts";
import { changeOutline, writeOutline } from "#outlines/write-outline.command.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";

export type OutlinesServices = BaseServices & {
  readonly outlineBooks: OutlineBooks;
  readonly lawBooks: { readonly calendar: Calendar; readonly publicInterest: PublicInterestRules };
};

/** 取证提纲 */
export const outlinesRoutes: readonly ServerRoute<OutlinesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/evidence-outline",
    summary: { zh: "双轨取证提纲：哪一证据证明哪一要件", en: "Elements of both tracks, the evidence that proves them, the gaps" },
    access: "signed-in",
    params: CaseIdParams,
    reply: OutlineBoard,
    run: (services: OutlinesServices, request) => getOutlineBoard(services, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/evidence-links",
    summary: { zh: "认定证明关系", en: "Say which elements an item of evidence proves or indicates" },
    access: "signed-in",
    params: CaseIdParams,
    body: LinkEvidenceRequest,
    reply: OutlineBoard,
    run: (services: OutlinesServices, request) => linkEvidence(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/evidence-links/:linkId/changes",
    summary: { zh: "更正或者撤销证明关系", en: "Correct or remove such a link" },
    access: "signed-in",
    params: LinkIdParams,
    body: ChangeLinkRequest,
    reply: OutlineBoard,
    run: (services: OutlinesServices, request) => changeLink(services, request, request.params.linkId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/outline-suggestions",
    summary: { zh: "由缺口建议提纲", en: "Lines of an outline from what is not proved" },
    access: "signed-in",
    params: CaseIdParams,
    body: SuggestLinesRequest,
    reply: SuggestedLines,
    run: (services: OutlinesServices, request) => suggestOutline(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/outlines",
    summary: { zh: "起草提纲", en: "Write an outline" },
    access: "signed-in",
    params: CaseIdParams,
    body: WriteOutlineRequest,
    reply: WrittenOutline,
    run: ({ database }: OutlinesServices, request) => writeOutline(database, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/outlines/:outlineId/changes",
    summary: { zh: "修改、确认或者弃用提纲", en: "Edit, confirm or discard an outline" },
    access: "signed-in",
    params: OutlineIdParams,
    body: ChangeOutlineRequest,
    reply: WrittenOutline,
    run: ({ database }: OutlinesServices, request) => changeOutline(database, request, request.params.outlineId, request.body),
  }),
];
