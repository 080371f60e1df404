import type { Instrument, PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";

/** The instrument a rule rests on. @throws an Error where none has the id, which the loading of the rules already refuses */
export function getInstrument(rules: PublicInterestRules, id: string): Instrument {
  const found = rules.instruments.find((instrument) => instrument.id === id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
}
