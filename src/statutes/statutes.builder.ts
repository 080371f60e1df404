import type { InfringingFacts, ItemSet, Tier } from "#statutes/statutes.contract.ts";

/** Facts in which everything that is not given is known and harmless, so that a test shows only what matters. */
export function buildFacts(facts: Partial<InfringingFacts> = {}): InfringingFacts {
  return {
    offence: "infringing-personal-information",
    accused: "natural-person",
    actDate: "2024-03-01",
    decisionDate: "2026-11-22",
    sets: [],
    gains: 0,
    profit: 0,
    lawfulBusinessPurchase: false,
    priorCriminalPunishment: false,
    priorAdministrativePenalty: false,
    firstOffender: false,
    gainsReturned: false,
    repents: false,
    trackUsedForCrime: false,
    knewRecipientCommitsCrimes: false,
    consequences: [],
    ...facts,
  };
}

/** One set a tier with items, all of them only obtained, or all sold to one buyer by somebody who is (or is not) an insider. */
export function buildSets(items: Partial<Record<Tier, number>>, sold?: { insider: boolean }): ItemSet[] {
  const tiers = ["A", "B", "C"] as const;
  return tiers.flatMap((tier) => {
    const count = items[tier] ?? 0;
    if (count === 0) return [];
    const conducts: ItemSet["conducts"] = sold
      ? [{ kind: "obtain" }, { kind: "sell", recipient: "r1", insider: sold.insider }]
      : [{ kind: "obtain" }];
    return [{ id: `s${tier}`, tier, items: count, conducts }];
  });
}
