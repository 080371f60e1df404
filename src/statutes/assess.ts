import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { assessByElements } from "#statutes/offences/by-elements/assess-by-elements.ts";
import { assessInfringing } from "#statutes/offences/infringing-personal-information/assess-infringing.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Assessment, InfringingFacts, OffenceAssessment } from "#statutes/statutes.contract.ts";

/**
 * Holds facts against the statutes. Pure: the provisions are an argument (`loadProvisions`, once). 253-1 has rules of counting of its own;
 * the other offences are elements and limbs in provision files.
 * @example assess(facts, loadProvisions()).band // "serious"
 * @throws an Error when no provision file knows the offence
 */
export function assess(facts: InfringingFacts, provisions: Provisions): Assessment;
export function assess(facts: OffenceFacts, provisions: Provisions): OffenceAssessment;
export function assess(facts: InfringingFacts | OffenceFacts, provisions: Provisions): Assessment | OffenceAssessment;
export function assess(facts: InfringingFacts | OffenceFacts, provisions: Provisions): Assessment | OffenceAssessment {
  if (facts.offence === "infringing-personal-information") return assessInfringing(facts, provisions);
  const offence = provisions.offences.get(facts.offence);
  if (offence === undefined) throw new Error(`no provision file for the offence ${facts.offence}`);
  return assessByElements(facts, offence);
}
