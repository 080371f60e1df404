import type { Provisions } from "#statutes/provisions.contract.ts";

/** The name of an offence; 253-1 has changed its name and goes by the present one. */
export function titleOfOffence(offence: string, { offences, statute }: Provisions): { zh: string; en: string } {
  const title = offences.get(offence)?.title;
  if (title !== undefined) return { zh: title.zh, en: title.en };
  const charge = statute.versions.at(-1)?.charges[0];
  return charge === undefined ? { zh: offence, en: offence } : { zh: charge.zh, en: charge.en };
}
