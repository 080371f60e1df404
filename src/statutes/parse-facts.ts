import { refuseShape, showValue } from "#cli/refuse-shape.ts";
import type { Refused } from "#cli/refused.ts";
import { OFFENCES_BY_ELEMENTS, OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { InfringingFacts } from "#statutes/statutes.contract.ts";

/** Offences the engine can hold facts against. */
const OFFENCES: readonly string[] = ["infringing-personal-information", ...OFFENCES_BY_ELEMENTS];

export type ParsedFacts = { readonly ok: true; readonly facts: InfringingFacts | OffenceFacts } | Refused;

/** Facts as they came (parsed JSON) to facts the engine takes; missing and `null` fields stay unknown. */
export function parseFacts(value: unknown): ParsedFacts {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, argument: "FACTS", expected: { zh: "一个 JSON 对象", en: "a JSON object" }, found: showValue(value) };
  }
  const offence = "offence" in value ? value.offence : undefined;
  if (typeof offence !== "string" || !OFFENCES.includes(offence)) {
    return { ok: false, argument: "offence", expected: { zh: OFFENCES.join("、"), en: OFFENCES.join(", ") }, found: showValue(offence) };
  }
  const parsed = offence === "infringing-personal-information" ? InfringingFacts.safeParse(value) : OffenceFacts.safeParse(value);
  return parsed.success ? { ok: true, facts: withoutUnasked(parsed.data) } : refuseShape(value, parsed.error);
}

/**
 * The command line's contract asks no judgement of other circumstances of 312: left out, none was made, as in 253-1; null says that it is
 * open.
 */
function withoutUnasked(facts: InfringingFacts | OffenceFacts): InfringingFacts | OffenceFacts {
  if (facts.offence !== "concealing-proceeds" || facts.otherSeriousCircumstances !== undefined) return facts;
  return { ...facts, otherSeriousCircumstances: false };
}
