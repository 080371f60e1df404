import { done, type Outcome } from "#refusals/refusal.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { composeDamages } from "#remedies/damages/compose-damages.ts";
import type { DamagesAction, DamagesEvent, DamagesState, OverlapChoice, PotName } from "#remedies/damages/damages.contract.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { conditionNotMet, wrongState } from "#remedies/refuse-remedy.ts";

/** The record after all events, oldest first. @throws when the first is not `begin` */
export function foldDamages(events: readonly Recorded<DamagesEvent>[], books: RemedyBooks): DamagesState {
  const [first] = events;
  if (first?.event.type !== "begin") throw new Error('the first event of a composition is "begin"');
  let { content } = first.event;
  let decided: DamagesState["decided"] = null;
  const choices: Partial<Record<PotName, OverlapChoice>> = {};
  for (const { event, by, at } of events.slice(1)) {
    if (event.type === "revise") content = event.content;
    if (event.type === "choose") choices[event.pot] = { option: event.option, reason: event.reason, overlap: event.overlap, by, at };
    if (event.type === "decide") decided = { by, at, reason: event.reason };
    if (event.type === "reopen") decided = null;
  }
  return { content, decided, answer: composeDamages(content, choices, books) };
}

/** Decides an act on a composition: the event to record or the refusal. Pure. */
export function decideDamages(action: DamagesAction, { content, decided, answer }: DamagesState): Outcome<DamagesEvent> {
  if (action.type === "reopen") return decided === null ? wrongState("草稿", "draft") : done(action);
  if (decided !== null) return wrongState("已决定", "decided");
  if (action.type === "revise") return done(action);
  if (action.type === "choose") {
    const pot = answer.pots.find((one) => one.pot === action.pot);
    if (pot === undefined || pot.overlap === null)
      return conditionNotMet(
        "重复数额未知，不能取舍；先补全数额",
        "The overlap is unknown: enter the amounts before choosing",
        OVERLAP_CITE,
      );
    if (pot.overlap === 0) return conditionNotMet("没有重复，无须取舍", "Nothing overlaps: there is nothing to choose", OVERLAP_CITE);
    if (!pot.options.includes(action.option))
      return conditionNotMet("该处理方式不适用于此项重复", "This choice does not fit this overlap", OVERLAP_CITE);
    return done({ ...action, overlap: pot.overlap });
  }
  if (content.basis === null) return conditionNotMet("尚未选定计算依据", "No basis is chosen", BASIS_CITE);
  if (answer.claim.gross === null) return conditionNotMet("请求数额未知，不能决定", "The amount of the claim is unknown", BASIS_CITE);
  if (answer.unsourced > 0)
    return conditionNotMet(`还有${answer.unsourced}项没有出处`, `${answer.unsourced} figures or findings name no source`, BASIS_CITE);
  if (!answer.net.settled)
    return conditionNotMet("重复主张尚未逐项说明理由作出取舍", "An overlap is not decided with its reason", OVERLAP_CITE);
  return done(action);
}

const BASIS_CITE = "个人信息保护法 第六十九条";
const OVERLAP_CITE = "刑法 第六十四条；个人信息保护法 第六十九条";
