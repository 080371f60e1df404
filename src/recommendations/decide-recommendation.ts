import { missingOf } from "#recommendations/compose-recommendation.ts";
import { decideFollowUp } from "#recommendations/decide-follow-up.ts";
import { ACTIONS_OF_STATUS, measuresOf, type RecommendationState, STATUS_NAMES } from "#recommendations/recommendation.ts";
import type { RecommendationAction, RecommendationContent, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { RecommendationTypes } from "#recommendations/recommendation-types.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Words = { readonly zh: string; readonly en: string };

/**
 * What `decideRecommendation` cannot know by itself. `replyDue`: the last day to reply as its clock tells it today (null while it stands
 * still or before the issue); `failures`: the choices of the procedure's table for a suit.
 */
export type DecidingContext = {
  readonly types: RecommendationTypes;
  readonly today: string;
  readonly replyDue: string | null;
  readonly failures: readonly string[];
};
/** An event that needs nothing of outside; approving and issuing are completed with the clocks they start. */
export type Decided =
  | Exclude<RecommendationEvent, { type: "drafted" | "issued" | "approved" }>
  | Omit<Extract<RecommendationEvent, { type: "issued" }>, "clocks" | "replyDue">
  | Omit<Extract<RecommendationEvent, { type: "approved" }>, "sendClock" | "documentId">;

/** Decides an act: the event to record, or the refusal. Pure; who acts was judged before, by the policy. */
export function decideRecommendation(action: RecommendationAction, state: RecommendationState, context: DecidingContext): Outcome<Decided> {
  const allowed: readonly string[] = ACTIONS_OF_STATUS[state.status];
  if (!allowed.includes(action.type)) return wrongState(STATUS_NAMES[state.status]);
  const { types, today } = context;
  if ("on" in action && action.type !== "plan-recheck" && action.on > today)
    return wrong("action.on", `不晚于${today}的日期`, `a day not after ${today}`, action.on);
  switch (action.type) {
    case "revise": {
      const problem = checkDraft(action.content);
      return problem ?? done({ type: "revised", content: action.content, reason: action.reason });
    }
    case "review": {
      const whole = isWhole(types, state.content);
      return whole ?? done({ ...action, type: "reviewed" });
    }
    case "record-route":
      return types.routeOf(state.content.addressee.relation).route === "direct"
        ? refuse("condition-not-met", {
            condition: "该单位可以直接提出，不需要征求意见或者层报",
            "condition.en": "This addressee is addressed directly: nobody is asked",
            cite: types.routeOf(state.content.addressee.relation).cite,
          })
        : done({ ...action, type: "route-recorded" });
    case "approve": {
      const type = types.type(state.content.type);
      const whole = isWhole(types, state.content);
      if (whole !== null) return whole;
      if (type.researchReview.required && state.review === null)
        return refuse("condition-not-met", {
          condition: `${type.name.zh}报送检察长前应当送法律政策研究部门审核，本稿尚无审核意见`,
          "condition.en": "The research department must review this draft before it goes to the chief procurator",
          cite: type.researchReview.cite,
        });
      if (!type.decidedBy.includes(action.by)) return wrong("action.by", "检察长决定", "the chief procurator", action.by);
      if (state.review !== null && action.on < state.review.on)
        return wrong("action.on", `不早于审核日${state.review.on}`, `not before the review, ${state.review.on}`, action.on);
      return done({ ...action, type: "approved" });
    }
    case "return":
      return done({ type: "returned", reason: action.reason });
    case "issue":
      return decideIssue(action, state, context);
    default:
      return decideFollowUp(action, state, context);
  }
}

/** What keeps an approved draft from going out beside its content: the way to an addressee that is not the office's own. */
export function openRoute(
  state: Pick<RecommendationState, "content" | "route">,
  types: RecommendationTypes,
): (Words & { cite: string }) | null {
  const { route, name, meaning, cite } = types.routeOf(state.content.addressee.relation);
  if (route === "direct") return null;
  const agreed = state.route?.outcome === "agreed" || state.route?.outcome === "superior-agreed";
  if (agreed) return null;
  const now: Words =
    state.route === null
      ? { zh: "尚无记录", en: "nothing is recorded" }
      : { zh: `${state.route.body}不同意，须由共同上级决定`, en: `${state.route.body} disagrees: the common superior decides` };
  return { zh: `${name.zh}：${meaning.zh}${now.zh}`, en: `${name.en}: ${meaning.en} ${now.en}`, cite };
}

/** What can be seen of a draft alone: every id stands once, and every day of a re-check is later than nothing. */
export function checkDraft(content: RecommendationContent): Outcome<never> | null {
  const ids = [...content.findings.map(({ id }) => id), ...measuresOf(content).map(({ id }) => id)];
  const double = ids.find((id, at) => ids.indexOf(id) !== at);
  return double === undefined ? null : wrong("content.findings", "互不相同的编号", "ids that stand once", double);
}

function decideIssue(
  action: Extract<RecommendationAction, { type: "issue" }>,
  state: RecommendationState,
  { types, today }: DecidingContext,
): Outcome<Decided> {
  const open = openRoute(state, types);
  if (open !== null) return refuse("condition-not-met", { condition: open.zh, "condition.en": open.en, cite: open.cite });
  const earliest = state.approval?.on ?? "";
  if (action.on < earliest) return wrong("action.on", `不早于批准日${earliest}`, `not before the approval, ${earliest}`, action.on);
  if (action.deliveredOn < action.on || action.deliveredOn > today)
    return wrong("action.deliveredOn", `${action.on}至${today}之间的日期`, `a day from ${action.on} to ${today}`, action.deliveredOn);
  if (action.way === "on-site" && !action.consent)
    return refuse("condition-not-met", {
      condition: "现场宣告送达应当征得被建议单位同意",
      "condition.en": "An announcement on site needs the addressee's consent",
      cite: "人民检察院检察建议工作规定 第十八条",
    });
  const unknown = action.copies.find((copy) => !types.table.copies.some(({ id }) => id === copy));
  if (unknown !== undefined) return wrong("action.copies", "可以抄送的机关", "a body that copies go to", unknown);
  const replyBy = state.content.urgent?.replyBy ?? null;
  if (replyBy !== null && replyBy <= action.deliveredOn)
    return refuse("condition-not-met", {
      condition: `另行确定的回复日期${replyBy}不晚于送达日${action.deliveredOn}，请退回修改`,
      "condition.en": `The day to reply (${replyBy}) is not after the delivery (${action.deliveredOn}): return the draft`,
      cite: "人民检察院检察建议工作规定 第十九条",
    });
  return done({ ...action, type: "issued" });
}

/** Refuses a draft that lacks what the law asks for, with the list. */
function isWhole(types: RecommendationTypes, content: RecommendationContent): Outcome<never> | null {
  const missing = missingOf(types, content);
  if (missing.length === 0) return null;
  return refuse("condition-not-met", {
    condition: `检察建议书还缺：${missing.map(({ zh }) => zh).join("、")}`,
    "condition.en": `Still missing: ${missing.map(({ en }) => en).join(", ")}`,
    cite: types.type(content.type).contentCite,
  });
}

function wrongState({ zh, en }: Words): Outcome<never> {
  return refuse("wrong-state", { state: zh, "state.en": en });
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}
