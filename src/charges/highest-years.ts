import type { WhyAnswer } from "#law/law.contract.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Band } from "#statutes/statutes.contract.ts";

type Years = { certain: number | null; atMost: number | null };

/**
 * 法定最高刑 in years of fixed-term imprisonment: what is certain, and the most that the unknown facts could bring under any version of the
 * article, so that the upper end is never too low. Life and death count as the longest fixed term the files name.
 */
export function highestYears(answer: WhyAnswer, provisions: Provisions): Years {
  const certain = answer.consequence?.imprisonment.maxYears ?? null;
  if (answer.established === "not-met") return { certain, atMost: certain };
  const possible = yearsOf(answer.offence, answer.bandAtMost ?? answer.band, answer.established === "unknown", provisions);
  const atMost = Math.max(certain ?? 0, possible);
  return { certain, atMost: atMost === 0 ? null : atMost };
}

/** Whether the article punishes without any circumstance that makes it serious. */
export function hasBasicPenalty(offence: string, provisions: Provisions): boolean {
  return provisions.offences.get(offence)?.versions.some(({ basic }) => basic !== undefined) ?? false;
}

function yearsOf(offence: string, band: Band, basicToo: boolean, provisions: Provisions): number {
  const versions = provisions.offences.get(offence)?.versions;
  const bands = versions?.flatMap((version) => version.bands) ?? provisions.statute.versions.flatMap((version) => version.bands);
  const basic = basicToo ? (versions ?? []).map((version) => version.basic?.maxYears ?? 0) : [];
  return Math.max(0, ...basic, ...bands.map((one) => (one.band === band ? one.imprisonment.maxYears : 0)));
}
