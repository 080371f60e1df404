import { getInstrument } from "#public-interest/get-instrument.ts";
import { type Derived, judgeElement, namesOf, verdictOfElement } from "#public-interest/judge-element.ts";
import type { ElementAnswer, GateAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { GateRule, Instrument, PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { allOf } from "#statutes/three-valued.ts";

/** 提起条件 every law that gives standing, held against the facts: one "no" decides, an unknown keeps it open. */
export function judgeGates(facts: PublicInterestFacts, rules: PublicInterestRules, derived: Derived, asOf: string): GateAnswer[] {
  return rules.gates.map((gate) => {
    const instrument = getInstrument(rules, gate.instrument);
    const elements = [
      ...whenInForce(gate, instrument, facts, asOf),
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

/** A law does not reach conduct that ended before it, and gives no standing before its day. Where either cannot be said, nothing is held against the gate. */
function whenInForce(
  { cite }: GateRule,
  { title, inForce }: Instrument,
  { actEndedOn }: PublicInterestFacts,
  asOf: string,
): ElementAnswer[] {
  const { from, until } = inForce;
  const tooEarly = from !== null && (asOf < from || (actEndedOn ?? asOf) < from);
  if (!tooEarly && !(until !== null && until < asOf)) return [];
  return [
    {
      id: "in-force",
      cite,
      meaning: {
        zh: `${title.zh}自 ${from ?? "?"} 起施行，${until === null ? "" : `至 ${until}，`}行为终了或者提起时不在施行期间。`,
        en: `${title.en}: in force from ${from ?? "?"}${until === null ? "" : ` to ${until}`}, not at the end of the conduct or on the day asked.`,
      },
      outcome: "not-met",
      facts: ["actEndedOn"],
      missing: [],
    },
  ];
}
