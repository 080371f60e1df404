import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { findDocumentStanding } from "#legal-documents/find-document-standing.query.ts";
import { composeRecommendation, missingOf } from "#recommendations/compose-recommendation.ts";
import { openRoute } from "#recommendations/decide-recommendation.ts";
import type { RecommendationParts } from "#recommendations/issue-recommendation.command.ts";
import { failuresOf } from "#recommendations/load-recommendation-types.query.ts";
import { nextRecheckOf } from "#recommendations/measure-effect.ts";
import { canHandleRecommendation } from "#recommendations/recommendation.policy.ts";
import { ACTIONS_OF_STATUS, fold, measuresOf, type RecommendationState } from "#recommendations/recommendation.ts";
import type { RecommendationTypes } from "#recommendations/recommendation-types.contract.ts";
import type { MeasureCheck, Recommendation, RecommendationSummary } from "#recommendations/recommendations.contract.ts";
import { findRecommendationEvents, findSummaries } from "#recommendations/recommendations.store.ts";
import { tellRecommendationEvent } from "#recommendations/tell-recommendation.ts";

type Parts = Pick<RecommendationParts, "types" | "procedures">;

/** The recommendation as this person sees it now; undefined when there is none or it is not visible. */
export async function describeRecommendation(
  tx: Tx,
  { types, procedures }: Parts,
  { actor, now }: Asking,
  id: string,
): Promise<Recommendation | undefined> {
  const [row] = await findSummaries(tx, [id]);
  const facts = row && (await findCaseFacts(tx, row.case_id, "none"));
  if (!row || !facts) return undefined;
  const events = await findRecommendationEvents(tx, id);
  const state = fold(events.map(({ event }) => event));
  const { content, objection, procedureId } = state;
  const type = types.type(content.type);
  const failures = type.procedure?.failure === undefined ? [] : failuresOf(procedures, type.procedure.kind, type.procedure.failure);
  const summary = presentRecommendation(row, types);
  const measures = new Map(
    events.flatMap(({ event }) => ("content" in event ? measuresOf(event.content) : [])).map(({ id, text }) => [id, text]),
  );
  const approval = events.findLast(({ event }) => event.type === "approved");
  const document = state.approval && (await findDocumentStanding(tx, state.approval.documentId));
  if (document === undefined) throw new Error("the document of a visible recommendation is not visible");
  const route = openRoute(state, types);
  const may = (action: Recommendation["can"][number]) =>
    canHandleRecommendation(action, actor, facts, state.officeCode, officeDay(now)).allowed;
  return {
    ...summary,
    procedureId,
    content,
    missing: missingOf(types, content),
    open: [...(route === null ? [] : [{ zh: route.zh, en: route.en }]), ...reviewOpen(state, types)],
    sections: composeRecommendation(type, content).map(({ item, lines }) => ({
      name: item.name,
      lines: [...lines],
      required: item.required,
      unconfirmed: (item.unconfirmed ?? type.unconfirmed) === true,
    })),
    approved:
      state.approval === null || document === null
        ? null
        : { by: state.approval.by, on: state.approval.on, person: approval?.by ?? "", documentId: state.approval.documentId, document },
    measures: measuresOf(content).map((measure) => ({
      ...measure,
      checks: checksOf(events, measure.id),
      nextRecheck: nextRecheckOf(state, measure.id),
    })),
    replies: state.replies.map(({ on, document, summary: said }) => ({
      ...{ on, document, summary: said },
      late: summary.replyDue !== null && on > summary.replyDue,
    })),
    objection:
      objection === null
        ? null
        : {
            ...{ on: objection.raised.on, grounds: objection.raised.grounds },
            decided:
              objection.decided === null
                ? null
                : { on: objection.decided.on, outcome: objection.decided.outcome, reason: objection.decided.reason },
          },
    escalations: state.escalations.flatMap(({ way, on, body, reason, failure }) => {
      const known = types.table.ways.find(({ id: one }) => one === way);
      if (known === undefined) return [];
      return [
        { way: known.name, on, body, reason, failure: failures.find(({ value }) => value === failure)?.name ?? null, cite: known.cite },
      ];
    }),
    filed: state.filed,
    history: events.map(({ version, at, by, event }) => ({
      version,
      at: at.toISOString(),
      by,
      sentence: tellRecommendationEvent(event, types, measures),
    })),
    can: ACTIONS_OF_STATUS[state.status].filter((action) => may(action) && isOffered(action, state, types)),
    failures: failures.map(({ value, name }) => ({ value, name })),
  };
}

/** The fields of a summary that go out. */
export function presentRecommendation(
  row: Awaited<ReturnType<typeof findSummaries>>[number],
  types: RecommendationTypes,
): RecommendationSummary {
  const { measures, met, partly, not_met: notMet, replies } = row;
  return {
    id: row.id,
    version: row.version,
    case: { id: row.case_id, number: row.case_number },
    office: { code: row.office_code, name: { zh: row.name_zh, en: row.name_en } },
    type: { id: row.type, name: types.type(row.type).name },
    status: row.status,
    title: row.title,
    addressee: row.addressee,
    number: row.number,
    deliveredOn: row.delivered_on,
    replyDue: row.reply?.due ?? null,
    replySuspended: row.reply?.suspended ?? false,
    repliedOn: row.replied_on,
    nextRecheck: row.next_recheck,
    effect: { measures, met, partly, notMet, unchecked: measures - met - partly - notMet, replies },
    updatedAt: row.updated_at.toISOString(),
  };
}

function reviewOpen({ content, review, status }: RecommendationState, types: RecommendationTypes) {
  const type = types.type(content.type);
  if (!type.researchReview.required || review !== null || status !== "drafting") return [];
  const { cite } = type.researchReview;
  return [{ zh: `尚待法律政策研究部门审核（${cite}）`, en: `the research department has not reviewed it yet (${cite})` }];
}

/** What the status allows but makes no sense now is not offered; the decision refuses it all the same. */
function isOffered(action: Recommendation["can"][number], state: RecommendationState, types: RecommendationTypes): boolean {
  const waits = state.objection !== null && state.objection.decided === null;
  switch (action) {
    case "review":
      return types.type(state.content.type).researchReview.required;
    case "record-route":
      return types.routeOf(state.content.addressee.relation).route !== "direct";
    case "file":
      return state.filed === null;
    case "object":
      return !waits;
    case "decide-objection":
      return waits;
    default:
      return true;
  }
}

function checksOf(events: Awaited<ReturnType<typeof findRecommendationEvents>>, measureId: string): MeasureCheck[] {
  return events.flatMap(({ event, at, by }) => {
    if (event.type !== "measure-checked" || event.measureId !== measureId) return [];
    const { on, result, found, counted, evidence } = event;
    return [{ on, result, found, counted, evidence, by, at: at.toISOString() }];
  });
}
