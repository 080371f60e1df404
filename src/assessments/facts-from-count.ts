import type { CountDetail } from "#counts/counts.contract.ts";
import type { InfringingFacts, ItemSet } from "#statutes/statutes.contract.ts";

const TIERS = ["A", "B", "C"] as const;

/**
 * Facts as far as a count can tell them: one set a tier that holds anything, with the distinct items. What was done with them, by
 * whom and for what gain stays unknown (`null`), which is not "no".
 */
export function factsFromCount(result: Pick<NonNullable<CountDetail["result"]>, "ledger">, decisionDate: string): InfringingFacts {
  const sets = TIERS.flatMap((tier): ItemSet[] => {
    const { distinct } = result.ledger.tiers[tier];
    return distinct === 0 ? [] : [{ id: `count-${tier}`, tier, items: distinct, conducts: null }];
  });
  return { offence: "infringing-personal-information", decisionDate, sets };
}
