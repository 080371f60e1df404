import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { getInstrument } from "#public-interest/get-instrument.ts";
import { holdInForce } from "#public-interest/hold-in-force.ts";
import { type Derived, judgeElement, verdictOfElement } from "#public-interest/judge-element.ts";
import type { ElementAnswer, PublicInterestFacts, StageAnswer, TrackAnswer } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestBooks, PublicInterestRules, TrackRule } from "#public-interest/public-interest-rules.contract.ts";
import { allOf } from "#statutes/three-valued.ts";

/** 各条路径 which elements of each track are proved, unproved and unknown, first for filing (立案), then for the suit (起诉). */
export function judgeTracks(
  facts: PublicInterestFacts,
  { rules, calendar }: PublicInterestBooks,
  derived: Derived,
  asOf: string,
): TrackAnswer[] {
  return rules.tracks.map((track) => ({
    id: track.id,
    name: track.name,
    plaintiff: track.plaintiff,
    target: track.target,
    whoMaySue: [...track.whoMaySue],
    preSuit: { ...track.preSuit, cite: track.preSuitCite, period: track.period },
    court: { ...track.court, cite: track.courtCite },
    proof: track.proof,
    ...judgeStages(track, facts, rules, derived, asOf),
    claims: claimsOf(track, rules),
    records: rules.records.records
      .filter(({ tracks }) => tracks.includes(track.id))
      .map(({ id, event, to, period, from, cite }) => ({
        id,
        event,
        to,
        period,
        due: from === null ? null : dueOf(period, facts[from], calendar),
        cite,
      })),
    decisions: rules.records.decisions
      .filter(({ tracks }) => tracks.includes(track.id))
      .map(({ id, what, by, cite }) => ({ id, what, by, cite })),
    remarks: [...track.remarks],
  }));
}

function judgeStages(
  { instrument, filing, suit }: TrackRule,
  facts: PublicInterestFacts,
  rules: PublicInterestRules,
  derived: Derived,
  asOf: string,
): Pick<TrackAnswer, "inForce" | "filing" | "suit"> {
  const source = getInstrument(rules, instrument);
  const judged = (ids: readonly string[]) =>
    summarize([
      ...holdInForce(source.title.zh, source, asOf),
      ...ids.flatMap((id) =>
        rules.elements.filter((element) => element.id === id).map((element) => judgeElement(element, element.cite, facts, derived)),
      ),
    ]);
  // Whoever may not file may not sue: the suit holds the elements of the filing too, once each.
  return { inForce: source.inForce, filing: judged(filing), suit: judged([...new Set([...filing, ...suit])]) };
}

function summarize(elements: readonly ElementAnswer[]): StageAnswer {
  const idsOf = (outcome: ElementAnswer["outcome"]) => elements.filter((one) => one.outcome === outcome).map(({ id }) => id);
  return {
    outcome: allOf(...elements.map(verdictOfElement)).outcome,
    elements: [...elements],
    proved: idsOf("met"),
    unproved: idsOf("not-met"),
    unknown: idsOf("unknown"),
  };
}

function claimsOf(track: TrackRule, rules: PublicInterestRules): TrackAnswer["claims"] {
  return track.claims.flatMap((id) => rules.claims.filter((claim) => claim.id === id));
}

function dueOf(rule: string | null, from: string | null | undefined, calendar: Calendar): string | null {
  if (rule === null || from === null || from === undefined) return null;
  const computed = computePeriod({ rule, from, detained: false, extend: 0, urgent: false, ruling: false }, calendar, "zh");
  return computed.ok ? computed.answer.due : null;
}
