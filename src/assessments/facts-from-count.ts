import type { FactSources } from "#assessments/fact-sources.contract.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import type { InfringingFacts, ItemSet } from "#statutes/statutes.contract.ts";

const TIERS = ["A", "B", "C"] as const;

/**
 * Facts as far as a count can tell them: one set a tier that holds anything, with the distinct items. What was done with them, by
 * whom and for what gain stays unknown (`null`), which is not "no".
 */
export function factsFromCount(result: Pick<CountResult, "ledger">, decisionDate: string): InfringingFacts {
  const sets = TIERS.flatMap((tier): ItemSet[] => {
    const { distinct } = result.ledger.tiers[tier];
    return distinct === 0 ? [] : [{ id: `count-${tier}`, tier, items: distinct, conducts: null }];
  });
  return { offence: "infringing-personal-information", decisionDate, sets };
}

/** The sources of what `factsFromCount` tells: tier and items of each set come from the ledger of that tier. */
export function sourcesFromCount(countId: string, sets: readonly ItemSet[]): FactSources {
  return Object.fromEntries(
    sets.flatMap(({ id, tier }): [string, FactSources[string]][] => {
      if (!tier) return [];
      const source = { kind: "count" as const, countId, tier };
      return [
        [`sets[${id}].tier`, source],
        [`sets[${id}].items`, source],
      ];
    }),
  );
}

/** The sources of the sets of a table of deliveries, as far as it knows each part. */
export function sourcesFromDeliveries(deliveryTableId: string, sets: readonly ItemSet[]): FactSources {
  return Object.fromEntries(
    sets.flatMap((set) => {
      const source = { kind: "deliveries" as const, deliveryTableId, set: set.id };
      return (["tier", "items", "conducts"] as const)
        .filter((part) => set[part] !== null && set[part] !== undefined)
        .map((part): [string, FactSources[string]] => [`sets[${set.id}].${part}`, source]);
    }),
  );
}
