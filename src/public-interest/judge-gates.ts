import { getInstrument } from "#public-interest/get-instrument.ts";
import { holdInForce } from "#public-interest/hold-in-force.ts";
import { type Derived, judgeElement, namesOf, verdictOfElement } from "#public-interest/judge-element.ts";
import type { GateAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { allOf } from "#statutes/three-valued.ts";

/** 提起条件 every law that gives standing, held against the facts: one "no" decides, an unknown keeps it open. */
export function judgeGates(facts: PublicInterestFacts, rules: PublicInterestRules, derived: Derived, asOf: string): GateAnswer[] {
  return rules.gates.map((gate) => {
    const instrument = getInstrument(rules, gate.instrument);
    const elements = [
      ...holdInForce(gate.cite, instrument, asOf, facts.actEndedOn ?? null),
      ...gate.elements.map((element) => judgeElement(element, element.cite, facts, derived)),
    ];
    const verdict = allOf(...elements.map(verdictOfElement));
    const unconfirmed = instrument.unconfirmed === true || elements.some((element) => element.unconfirmed);
    return {
      id: gate.id,
      cite: gate.cite,
      name: gate.name,
      meaning: gate.meaning,
      inForce: instrument.inForce,
      outcome: verdict.outcome,
      elements,
      missing: namesOf(verdict.missing),
      ...(unconfirmed ? { unconfirmed: true as const } : {}),
    };
  });
}
