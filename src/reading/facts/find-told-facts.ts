import type { Quantity } from "#numerals/find-quantities.ts";
import type { FoundCharge } from "#reading/facts/find-charges.ts";
import { findDates } from "#reading/facts/find-dates.ts";
import { findLeakSources } from "#reading/facts/find-leak-sources.ts";
import { findPlaces } from "#reading/facts/find-places.ts";
import { findRecipients } from "#reading/facts/find-recipients.ts";
import { findSensitive } from "#reading/facts/find-sensitive.ts";
import { findSums } from "#reading/facts/find-sums.ts";
import { tellChargeNames } from "#reading/facts/tell-charge-names.ts";
import type { ToldFacts } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

type Parts = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quantities: readonly Quantity[];
  readonly hits: readonly LexiconHit[];
  readonly charges: readonly FoundCharge[];
  /** a charge of personal information is named, or particulars of persons are listed */
  readonly isPersonalCase: boolean;
};

/** What is told beyond the contract's fields: recipients, sources, sensitive kinds, places, sums, days, and the time of the charges' names. */
export function findToldFacts({ text, sentences, quantities, hits, charges, isPersonalCase }: Parts): ToldFacts {
  const dates = findDates(text);
  return {
    recipients: findRecipients(sentences, quantities, isPersonalCase),
    leakSources: findLeakSources(sentences, hits),
    sensitive: findSensitive(text, sentences),
    places: findPlaces(text, sentences),
    sums: findSums(text, sentences, quantities),
    dates,
    chargeNames: tellChargeNames(charges, dates, sentences),
  };
}
