import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Tx } from "#database/database.ts";
import type { Delivery } from "#deliveries/deliveries.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { CountResult } from "#scan/scan.contract.ts";

/**
 * Puts the distinct items of the named counts in the place of missing numbers: a line that refers to a ledger has its figure and, if it
 * names none, its tier. A number that stands beside a reference must be the ledger's. Refuses counts of other cases and unfinished ones.
 */
export async function resolveLedgers(tx: Tx, caseId: string, deliveries: readonly Delivery[]): Promise<Outcome<Delivery[]>> {
  const results = new Map<string, CountResult>();
  const resolved: Delivery[] = [];
  for (const [at, delivery] of deliveries.entries()) {
    const { ledger } = delivery;
    if (ledger === null) {
      resolved.push(delivery);
      continue;
    }
    const known = results.get(ledger.countId);
    const found = known === undefined ? await findCountResult(tx, ledger.countId) : { caseId, result: known };
    if (found?.caseId !== caseId) {
      const expected = { expected: "本案已完成的统计", "expected.en": "a finished count of this case" };
      return refuse("invalid-input", { place: `deliveries[${at}].ledger.countId`, ...expected, found: ledger.countId });
    }
    results.set(ledger.countId, found.result);
    const { distinct } = found.result.ledger.tiers[ledger.tier];
    if (delivery.items !== null && delivery.items !== distinct) {
      const expected = {
        expected: `账上的去重数${distinct}，或者不填`,
        "expected.en": `the ledger's ${distinct} distinct items, or nothing`,
      };
      return refuse("invalid-input", { place: `deliveries[${at}].items`, ...expected, found: delivery.items });
    }
    resolved.push({ ...delivery, items: distinct, tier: delivery.tier ?? ledger.tier });
  }
  return done(resolved);
}
