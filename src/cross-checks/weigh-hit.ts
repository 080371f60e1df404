import type { Hit, TraitCount } from "#cross-checks/cross-checks.contract.ts";
import { ENOUGH, MUCH, TRAIT_KINDS } from "#cross-checks/trait-kinds.data.ts";

/** How strong what two clues share is; null: too little to say anything. More of one kind counts for more. */
export function weighHit(traits: readonly TraitCount[]): Hit["strength"] | null {
  const sum = traits.reduce((sum, { kind, many }) => sum + TRAIT_KINDS[kind].weight * many, 0);
  return sum >= MUCH ? "much" : sum >= ENOUGH ? "some" : null;
}
