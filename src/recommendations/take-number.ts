import type { RecommendationDocument } from "#recommendations/recommendations.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/**
 * 文号 the number a recommendation goes out under: that of its issued 检察建议书, never another. Typed it is only where the recommendation went
 * out on paper before the document was drafted here, and is entered afterwards.
 * @param typed empty: nothing was typed
 * @param on the day of issue that is told
 */
export function takeNumber(typed: string, on: string, document: RecommendationDocument): Outcome<string> {
  const { status, number, issuedOn, draftedOn } = document;
  if (number !== null && status !== "withdrawn") {
    if (typed !== "" && typed !== number)
      return wrong("action.number", `检察建议书的文号${number}`, `the document's number ${number}`, typed);
    if (issuedOn !== null && on < issuedOn)
      return wrong("action.on", `不早于检察建议书签发日${issuedOn}`, `not before the document was issued, ${issuedOn}`, on);
    return done(number);
  }
  if (isEnteredAfterwards(on, document))
    return typed === ""
      ? wrong(
          "action.number",
          `${draftedOn}以前已发出的检察建议书的文号`,
          `the number it went out under before ${draftedOn}`,
          "空 / nothing",
        )
      : done(typed);
  const [zh, en] =
    status === "withdrawn" ? ["检察建议书已撤回", "its document was withdrawn"] : ["检察建议书尚未签发", "its document is not issued yet"];
  return refuse("wrong-state", { state: zh, "state.en": en });
}

/** 补录 it went out before its document was drafted here. */
export function isEnteredAfterwards(on: string, { draftedOn }: Pick<RecommendationDocument, "draftedOn">): boolean {
  return on < draftedOn;
}

function wrong(place: string, zh: string, en: string, found: string): Outcome<never> {
  return refuse("invalid-input", { place, expected: zh, "expected.en": en, found });
}
