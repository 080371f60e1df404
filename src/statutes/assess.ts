import { assessInfringing } from "#statutes/offences/infringing-personal-information/assess-infringing.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Assessment, InfringingFacts } from "#statutes/statutes.contract.ts";

/**
 * Holds facts against the statutes. Pure: the provisions are an argument (`loadProvisions`, once). One folder of `offences/` an offence.
 * @example assess(facts, loadProvisions()).band // "serious"
 */
export function assess(facts: InfringingFacts, provisions: Provisions): Assessment {
  switch (facts.offence) {
    case "infringing-personal-information":
      return assessInfringing(facts, provisions);
    default:
      return facts.offence satisfies never;
  }
}
