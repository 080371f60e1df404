import type { Correction } from "#scan/corrections/corrections.contract.ts";
import { isKind, type Kind, type Tier } from "#scan/kinds.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** 改档 the table with what persons decided otherwise; of two corrections of the same kind or set the later one holds. */
export function overrideTiers(table: TierTable, corrections: readonly Correction[]): TierTable {
  const kinds: Partial<Record<Kind, Tier>> = { ...table.kinds };
  const sets: Record<keyof TierTable["sets"], Tier> = { ...table.sets };
  for (const correction of corrections) {
    if (correction.type !== "tier") continue;
    const { of, tier } = correction;
    if (isKind(of)) kinds[of] = tier;
    else if (isSet(of, table)) sets[of] = tier;
  }
  return { ...table, kinds, sets };
}

/** Kinds whose own fields belong to a record's key only because a person put them into tier A or B. */
export function raisedKinds(corrections: readonly Correction[]): Set<string> {
  const raised = new Set<string>();
  for (const correction of corrections) {
    if (correction.type !== "tier" || !isKind(correction.of)) continue;
    if (correction.tier === "C") raised.delete(correction.of);
    else raised.add(correction.of);
  }
  return raised;
}

function isSet(word: string, table: TierTable): word is keyof TierTable["sets"] {
  return Object.hasOwn(table.sets, word);
}
