import { type FailedFindings, tellAuthenticity } from "#scan/authenticity/tell-authenticity.ts";
import { isKind, KIND_NAMES, TIERS, type Tier } from "#scan/kinds.ts";
import { type CountResult, ExclusionReason, type KindCount, type LedgerLine } from "#scan/scan.contract.ts";
import type { AgeGroups } from "#scan/tally/age-groups.ts";
import { assertReconciled, emptyLine, sumLedger } from "#scan/tally/ledger.ts";
import { EXCLUDED, SEIZED, STATES, TIER_PLACE, VALID } from "#scan/tally/marks.ts";

/** What settling finds in all marks together. */
export type Settlement = {
  /** distinct valid values, by kind */
  readonly distinct: ArrayLike<number>;
  /** distinct keys of a tier */
  readonly keys: Readonly<Record<Tier, number>>;
  /** distinct persons (strongest identifiers) by the highest tier they stand in */
  readonly persons: Readonly<Record<Tier, number>>;
  /** groups of parties that share an identifier */
  readonly joined: number;
  readonly ages: AgeGroups;
};

/** Sums of the counters of chunks: findings by kind and state, records by tier. */
export class Counters {
  readonly kinds = new Float64Array(KIND_NAMES.length * STATES.length);
  readonly tiers = new Float64Array(TIER_PLACE.C + EXCLUDED + ExclusionReason.options.length);

  /** Adds counters of a chunk, or those that another of these holds. */
  /** findings that are not valid, by the check that failed (`failedWord`) */
  readonly failed = new Map<string, number>();

  add({
    kinds,
    tiers,
    failed,
  }: {
    readonly kinds: ArrayLike<number>;
    readonly tiers: ArrayLike<number>;
    readonly failed?: ReadonlyMap<string, number>;
  }): void {
    for (const [word, findings] of failed ?? []) this.failed.set(word, (this.failed.get(word) ?? 0) + findings);
    for (let at = 0; at < this.kinds.length; at++) this.kinds[at] = (this.kinds[at] ?? 0) + (kinds[at] ?? 0);
    for (let at = 0; at < this.tiers.length; at++) this.tiers[at] = (this.tiers[at] ?? 0) + (tiers[at] ?? 0);
  }

  /** Records with any finding. */
  get records(): number {
    return TIERS.reduce((sum, tier) => sum + (this.tiers[TIER_PLACE[tier] + SEIZED] ?? 0), 0);
  }

  listKinds(): KindCount[] {
    return KIND_NAMES.flatMap((kind, index) => {
      const [valid = 0, damaged = 0, invalid = 0] = this.kinds.subarray(index * STATES.length, (index + 1) * STATES.length);
      const found = valid + damaged + invalid;
      return found === 0 ? [] : [{ kind, found, valid, damaged, invalid }];
    });
  }
}

export type Figures = Pick<CountResult, "kinds" | "ledger" | "persons" | "groups" | "authenticity"> & {
  /** distinct keys of valid records: what each item of a tier is, whatever the item definition */
  readonly keys: Readonly<Record<Tier, number>>;
  /** distinct persons by the highest tier they stand in */
  readonly personsByTier: Readonly<Record<Tier, number>>;
};

/**
 * The figures that counters and a settlement make together. `--item person`: `distinct` is persons.atMost, each person in the highest
 * tier it stands in; `duplicates` stays valid − distinct, and in a table of relations, where each record names two persons, it can be
 * negative. @throws an Error when the ledgers do not reconcile
 */
export function figuresOf(
  counters: Counters,
  settlement: Settlement,
  options: { readonly item: "record" | "person"; readonly asOf: string },
): Figures {
  const { distinct, keys, persons, joined, ages } = settlement;
  const lineOf = (tier: Tier): LedgerLine => {
    const line = emptyLine();
    const at = TIER_PLACE[tier];
    line.seized = counters.tiers[at + SEIZED] ?? 0;
    line.valid = counters.tiers[at + VALID] ?? 0;
    for (const [index, reason] of ExclusionReason.options.entries()) {
      const count = counters.tiers[at + EXCLUDED + index] ?? 0;
      if (count > 0) line.excluded[reason] = count;
    }
    line.distinct = options.item === "person" ? persons[tier] : keys[tier];
    line.duplicates = line.valid - line.distinct;
    if (options.item === "record" && line.duplicates < 0) throw new Error(`more keys than valid records in tier ${tier}`);
    return line;
  };
  const ledger = sumLedger({ A: lineOf("A"), B: lineOf("B"), C: lineOf("C") });
  assertReconciled(ledger);
  const kinds = counters
    .listKinds()
    .map((count) => ({ ...count, distinct: isKind(count.kind) ? (distinct[KIND_NAMES.indexOf(count.kind)] ?? 0) : 0 }));
  return {
    kinds,
    ledger,
    persons: { atLeast: joined, atMost: persons.A + persons.B + persons.C },
    groups: { asOf: options.asOf, ...ages },
    authenticity: tellAuthenticity(kinds, listFailed(counters.failed)),
    keys: { A: keys.A, B: keys.B, C: keys.C },
    personsByTier: { A: persons.A, B: persons.B, C: persons.C },
  };
}

function listFailed(failed: ReadonlyMap<string, number>): FailedFindings[] {
  return [...failed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([word, findings]) => {
      const [kind = "", state, because = ""] = word.split(" ");
      return state === "damaged" || state === "invalid" ? [{ kind, state, because: because === "" ? null : because, findings }] : [];
    });
}
