import type { FactTest } from "#statutes/offence.contract.ts";
import type { LimbTest } from "#statutes/provisions.contract.ts";

/** What is reckoned from other facts (offences/by-elements/derive-facts.ts), by the facts it comes from. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  "derived.viewsOfOneItem": ["items"],
  "derived.repostsOfOneItem": ["items"],
  "derived.viewsWithinOneYear": ["items"],
  "derived.repostsWithinOneYear": ["items"],
  "derived.settlement": ["settlementAmount", "acts"],
};

/** The facts that a test of a provision file reads, each once. */
export function factsOfTest(test: FactTest): string[] {
  return [...new Set(collect(test))];
}

function collect(test: FactTest): readonly string[] {
  switch (test.kind) {
    case "all":
    case "any":
    case "some":
      return test.of.flatMap(collect);
    case "sum":
      return test.facts;
    case "weighted":
      return Object.keys(test.weights);
    case "at-least-by":
      return [...source(test.fact), test.by];
    default:
      return source(test.fact);
  }
}

function source(fact: string): readonly string[] {
  return DERIVED[fact] ?? [fact];
}

/** The facts that a limb of 法释〔2017〕10号 reads. */
export function factsOfLimb(test: LimbTest): string[] {
  switch (test.kind) {
    case "track-used-for-crime":
      return ["sets", "trackUsedForCrime"];
    case "knew-recipient-commits-crimes":
      return ["sets", "knewRecipientCommitsCrimes"];
    case "tier-count":
    case "proportional-total":
      return ["sets", "lawfulBusinessPurchase"];
    case "gains":
      return ["gains"];
    case "profit":
      return ["lawfulBusinessPurchase", "profit"];
    case "insider-share":
      return ["sets", "insiderGains", "gains"];
    case "multiple":
      return ["sets", "gains"];
    case "prior-record":
      return ["priorCriminalPunishment", "priorAdministrativePenalty", "priorAdministrativePenaltyDate", "actDate"];
    case "consequence":
      return ["consequences"];
    case "other":
      return [test.fact];
  }
}
