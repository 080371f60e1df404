import { getInstrument } from "#public-interest/get-instrument.ts";
import { type Derived, judgeElement, verdictOfElement } from "#public-interest/judge-element.ts";
import type { FocusAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { anyOf } from "#statutes/three-valued.ts";

/** 办案重点 the flags of priority: one limb suffices. They decide nothing of a gate or a track. */
export function flagFocus(facts: PublicInterestFacts, rules: PublicInterestRules, derived: Derived): FocusAnswer[] {
  return rules.focus.map(({ id, instrument, cite, name, protection, limbs, note, unconfirmed }) => {
    const answered = limbs.map((limb) => judgeElement(limb, cite, facts, derived));
    return {
      id,
      cite,
      name,
      protection,
      inForce: getInstrument(rules, instrument).inForce,
      outcome: anyOf(...answered.map(verdictOfElement)).outcome,
      limbs: answered,
      ...(note === undefined ? {} : { note }),
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    };
  });
}
