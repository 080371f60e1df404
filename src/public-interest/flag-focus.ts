import { getInstrument } from "#public-interest/get-instrument.ts";
import { holdInForce } from "#public-interest/hold-in-force.ts";
import { type Derived, judgeElement, verdictOfElement } from "#public-interest/judge-element.ts";
import type { FocusAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { allOf, anyOf } from "#statutes/three-valued.ts";

/** 办案重点 the flags of priority: one limb suffices. They decide nothing of a gate or a track. */
export function flagFocus(facts: PublicInterestFacts, rules: PublicInterestRules, derived: Derived, asOf: string): FocusAnswer[] {
  return rules.focus.map(({ id, instrument, cite, name, protection, limbs, note, unconfirmed }) => {
    const source = getInstrument(rules, instrument);
    const answered = limbs.map((limb) => judgeElement(limb, cite, facts, derived));
    const ended = holdInForce(cite, source, asOf);
    return {
      id,
      cite,
      name,
      protection,
      inForce: source.inForce,
      outcome: allOf(...ended.map(verdictOfElement), anyOf(...answered.map(verdictOfElement))).outcome,
      limbs: [...ended, ...answered],
      ...(note === undefined ? {} : { note }),
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    };
  });
}
