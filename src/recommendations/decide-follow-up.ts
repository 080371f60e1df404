import type { Decided, DecidingContext } from "#recommendations/decide-recommendation.ts";
import { lastCheck, measureEffect, nextRecheckOf } from "#recommendations/measure-effect.ts";
import { measuresOf, type RecommendationState } from "#recommendations/recommendation.ts";
import type { RecommendationAction } from "#recommendations/recommendation-event.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type FollowUp = Exclude<RecommendationAction, { type: "revise" | "review" | "record-route" | "approve" | "return" | "issue" }>;
type Action<T extends FollowUp["type"]> = Extract<FollowUp, { type: T }>;

/** Decides what comes after the issue, and the withdrawal: filing, objection, replies, checks of measures, escalation, end. Pure. */
export function decideFollowUp(action: FollowUp, state: RecommendationState, context: DecidingContext): Outcome<Decided> {
  const delivered = state.issue?.deliveredOn ?? null;
  if (delivered !== null && action.on < delivered)
    return wrong("action.on", `不早于送达日${delivered}`, `not before the delivery, ${delivered}`, action.on);
  switch (action.type) {
    case "file":
      return state.filed === null
        ? done({ type: "filed", on: action.on })
        : refuse("already-exists", { what: "报备记录", "what.en": "The filing" });
    case "object":
      return decideObjection(action, state);
    case "decide-objection":
      if (state.objection === null || state.objection.decided !== null)
        return refuse("condition-not-met", {
          condition: "没有待处理的异议",
          "condition.en": "No objection waits for a decision",
          cite: "人民检察院检察建议工作规定 第二十三条",
        });
      return action.on < state.objection.raised.on
        ? wrong(
            "action.on",
            `不早于异议日${state.objection.raised.on}`,
            `not before the objection, ${state.objection.raised.on}`,
            action.on,
          )
        : done({ ...action, type: "objection-decided" });
    case "reply":
      return done({ ...action, type: "replied" });
    case "check":
      return decideCheck(action, state);
    case "plan-recheck":
      if (!measuresOf(state.content).some(({ id }) => id === action.measureId)) return refuse("not-found", { what: "measure" });
      return action.on >= context.today
        ? done({ ...action, type: "recheck-planned" })
        : wrong("action.on", `${context.today}或者以后的日期`, `${context.today} or later`, action.on);
    case "escalate":
      return decideEscalation(action, state, context);
    case "withdraw":
      return done({ type: "withdrawn", on: action.on, reason: action.reason });
    case "close":
      return decideClosing(action, state);
    default:
      throw new Error(`unexpected ${JSON.stringify(action satisfies never)}`);
  }
}

function decideObjection(action: Action<"object">, state: RecommendationState): Outcome<Decided> {
  if (state.objection !== null && state.objection.decided === null)
    return refuse("condition-not-met", {
      condition: "上一次异议尚未处理，应当立即复核",
      "condition.en": "An objection waits for its decision: re-examine it at once",
      cite: "人民检察院检察建议工作规定 第二十三条",
    });
  return done({ ...action, type: "objected" });
}

/** A measure with a limit is met only by a count that reaches the sample and stays within the limit. */
function decideCheck(action: Action<"check">, state: RecommendationState): Outcome<Decided> {
  const measure = measuresOf(state.content).find(({ id }) => id === action.measureId);
  if (measure === undefined) return refuse("not-found", { what: "measure" });
  const { limit } = measure.test;
  const { counted } = action;
  if (counted !== null && counted.count > counted.sample)
    return wrong("action.counted.count", `不多于抽查数${counted.sample}`, `at most the sample, ${counted.sample}`, String(counted.count));
  if (action.result === "met" && limit !== null && (counted === null || counted.sample < limit.sample || counted.count > limit.atMost)) {
    const [zh, en] =
      counted === null
        ? ["未填写抽查结果", "no count was given"]
        : [`抽查${counted.sample}，${limit.what}${counted.count}`, `sample ${counted.sample}, ${limit.what} ${counted.count}`];
    return refuse("condition-not-met", {
      condition: `不能记为达标：验收标准是抽查${limit.sample}、${limit.what}不多于${limit.atMost}，${zh}`,
      "condition.en": `Not met: the test asks for a sample of ${limit.sample} with ${limit.what} at most ${limit.atMost}; ${en}`,
      cite: measure.test.shows,
    });
  }
  return done({ ...action, type: "measure-checked" });
}

function decideEscalation(
  action: Action<"escalate">,
  state: RecommendationState,
  { types, failures, replyDue }: DecidingContext,
): Outcome<Decided> {
  const type = types.type(state.content.type);
  const way = types.table.ways.find(({ id }) => id === action.way);
  const cite = way?.cite ?? type.contentCite;
  const { measures, met } = measureEffect(state);
  if (!type.escalations.includes(action.way))
    return refuse("condition-not-met", {
      condition: `${type.name.zh}不能直接转为公益诉讼；符合条件的，另行作为公益诉讼线索办理`,
      "condition.en": "This type leads to no suit by itself; where the conditions are met, register a public-interest clue",
      cite,
    });
  if (measures > 0 && measures === met)
    return refuse("condition-not-met", {
      condition: "全部建议事项最近一次核查已达标，没有升级处理的理由",
      "condition.en": "Every measure was found done at its last check",
      cite,
    });
  if (action.way === "suit") {
    if (action.failure === null || !failures.includes(action.failure))
      return wrong(
        "action.failure",
        "仍不依法履职的情形（R 第八十二条所列）",
        "a way of not performing (R 82)",
        action.failure ?? "空 / nothing",
      );
    if (replyDue === null || replyDue >= action.on)
      return refuse("condition-not-met", {
        condition: replyDue === null ? "整改期限正在中止" : `整改期限至${replyDue}，期满后才能提起诉讼`,
        "condition.en": replyDue === null ? "The rectification period stands still" : `The rectification period runs until ${replyDue}`,
        cite: "检察公益诉讼解释 第二十一条",
      });
    return done({ ...action, type: "escalated" });
  }
  // 经督促无正当理由: what was never urged cannot be reported as not rectified after urging.
  if (action.urgedOn === null || action.urgedOn > action.on || action.urgedOn < (state.issue?.deliveredOn ?? ""))
    return wrong(
      "action.urgedOn",
      "送达以后、升级处理以前的督促日期",
      "the day it was urged, after delivery",
      action.urgedOn ?? "空 / nothing",
    );
  return done({ ...action, type: "escalated" });
}

/** Ended when every measure was found done and no re-check is planned any more; otherwise a person says why. */
function decideClosing(action: Action<"close">, state: RecommendationState): Outcome<Decided> {
  const measures = measuresOf(state.content);
  const unmet = measures.filter(({ id }) => lastCheck(state.checks, id)?.result !== "met").length;
  const planned = measures.filter(({ id }) => nextRecheckOf(state, id) !== null).length;
  if (action.reason === "" && unmet + planned > 0)
    return refuse("condition-not-met", {
      condition: `还有${unmet}项建议未验收达标、${planned}项回头看未进行，办结须写明理由`,
      "condition.en": `${unmet} measures not found done, ${planned} re-checks still planned: give the reason to close`,
      cite: "人民检察院检察建议工作规定 第二十四条",
    });
  return done({ type: "closed", on: action.on, reason: action.reason });
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}
