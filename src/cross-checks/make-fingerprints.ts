import type { TraitKind } from "#cross-checks/cross-checks.contract.ts";
import { findTraits } from "#cross-checks/find-traits.ts";
import type { TraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import type { MOST_TRAITS } from "#cross-checks/trait-kinds.data.ts";

/** What is left of a text for the comparison: no value. `found`: how many there were before the cap. */
export type MadeFingerprints = {
  readonly items: readonly { readonly kind: TraitKind; readonly fingerprint: Buffer }[];
  readonly found: number;
};

/** Fingerprints of what a text is compared by. Pure. */
export function makeFingerprints(text: string, source: keyof typeof MOST_TRAITS, fingerprint: TraitFingerprint): MadeFingerprints {
  const { traits, found } = findTraits(text, source);
  return { items: traits.map((trait) => ({ kind: trait.kind, fingerprint: fingerprint(trait) })), found };
}
