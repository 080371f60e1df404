import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { computeNotice, findLatestSafeStart } from "#public-interest/find-latest-safe-start.ts";
import type { Derived } from "#public-interest/judge-element.ts";
import type { FactName, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import { reckonProsecution } from "#public-interest/reckon-prosecution.ts";
import { MET, NOT_MET, unknownFor, type Verdict } from "#statutes/three-valued.ts";

/** 行政机关回复期限 (检察公益诉讼解释 第二十一条). */
const REPLY = "PI-REC-REPLY";

/** What the days say of the periods on the day `asOf`: a day that is not known leaves the answer open, whatever else is known. */
export function deriveFromDays(facts: PublicInterestFacts, calendar: Calendar, asOf: string): Omit<Derived, "standing"> {
  const derived = (verdict: Verdict, ...names: readonly FactName[]) => ({ verdict, facts: names });
  return {
    noticeEnded: derived(noticeEnded(facts, calendar, asOf), "noticePublished", "noticeOn"),
    noticeBeforeProsecution: derived(
      noticeBeforeProsecution(facts, calendar, asOf),
      "noticePublished",
      "noticeOn",
      "plannedProsecutionOn",
      "reviewReceivedOn",
      "detained",
      "reviewExtendedBy",
    ),
    recommendationMade: derived(recommendationMade(facts, asOf), "recommendationMade", "recommendationDeliveredOn"),
    replyEnded: derived(replyEnded(facts, calendar, asOf), "recommendationMade", "recommendationDeliveredOn", "urgent"),
  };
}

function noticeEnded({ noticePublished, noticeOn }: PublicInterestFacts, calendar: Calendar, asOf: string): Verdict {
  if (noticePublished === false) return NOT_MET;
  if (!noticeOn) return unknownFor(...(noticePublished ? [] : ["noticePublished"]), "noticeOn");
  if (computeNotice(noticeOn, calendar, "zh").due >= asOf) return NOT_MET;
  // A day alone may be a plan that was never carried out.
  return noticePublished ? MET : unknownFor("noticePublished");
}

function noticeBeforeProsecution(facts: PublicInterestFacts, calendar: Calendar, asOf: string): Verdict {
  const { noticePublished, noticeOn } = facts;
  const days = (facts.detained ?? null) === null ? [true, false] : [facts.detained ?? true];
  const ways = days.map((detained) => inTime({ ...facts, detained }, calendar, asOf));
  const [first] = ways;
  if (first === undefined || ways.some(({ outcome }) => outcome !== first.outcome)) return unknownFor("detained");
  return first.outcome === "unknown" && !noticeOn && noticePublished !== false ? unknownFor(...first.missing, "noticePublished") : first;
}

function inTime(facts: PublicInterestFacts, calendar: Calendar, asOf: string): Verdict {
  const prosecution = reckonProsecution(facts, calendar);
  if (prosecution === null) return unknownFor("plannedProsecutionOn", "reviewReceivedOn");
  const { noticeOn, noticePublished } = facts;
  const planPassed = noticePublished === false && noticeOn && noticeOn < asOf;
  if (noticeOn && !planPassed) {
    if (computeNotice(noticeOn, calendar, "zh").due >= prosecution.on) return NOT_MET;
    // A day that has passed without word of a notice may be a plan that was never carried out.
    return (noticePublished ?? null) === null && noticeOn < asOf ? unknownFor("noticePublished") : MET;
  }
  // Not published up to today: too late once the latest safe day has passed.
  return noticePublished === false && asOf > findLatestSafeStart(prosecution.on, calendar) ? NOT_MET : unknownFor("noticeOn");
}

function recommendationMade({ recommendationMade: made, recommendationDeliveredOn: on }: PublicInterestFacts, asOf: string): Verdict {
  if (made === false) return NOT_MET;
  if (made || (on && on <= asOf)) return MET;
  return on ? NOT_MET : unknownFor("recommendationMade");
}

function replyEnded(facts: PublicInterestFacts, calendar: Calendar, asOf: string): Verdict {
  const { recommendationMade: made, recommendationDeliveredOn: on, urgent } = facts;
  if (made === false) return NOT_MET;
  if (!on) return unknownFor("recommendationDeliveredOn");
  const [first, ...others] = ((urgent ?? null) === null ? [true, false] : [urgent ?? false]).map(
    (hurry) => endOfReply(on, hurry, calendar) < asOf,
  );
  if (others.some((other) => other !== first)) return unknownFor("urgent");
  return first ? MET : NOT_MET;
}

function endOfReply(from: string, urgent: boolean, calendar: Calendar): string {
  const computed = computePeriod({ rule: REPLY, from, detained: false, extend: 0, urgent, ruling: false }, calendar, "zh");
  if (computed.ok) return computed.answer.due;
  throw new Error(`${REPLY} from ${from}: expected ${computed.expected.en}, found ${computed.found}`);
}
