import { mustIdentify } from "#scan/decisions/item-key.ts";
import { KIND_NAMES, TIERS, type Tier } from "#scan/kinds.ts";
import { type Identifier, identifierOfKind } from "#scan/records/record-key.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { Definition, LedgerLine } from "#scan/scan.contract.ts";
import { Interner, NumberColumn } from "#scan/tally/interner.ts";
import { sumLedger } from "#scan/tally/ledger.ts";
import { COMPOSITE, FACT, WHOLE_ROW } from "#scan/tally/marks.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { isIdentitySet } from "#scan/tiers/tier-of-record.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** 对照的去重键 keys that are always worked out side by side; the count's own comes to them. */
export const COMPARED_KEYS = ["auto", "row", "resident-id", "mobile", "name+mobile", "name+address", "address"] as const;
/** as `auto`, but without what a record of tier A or B says: how many records the details keep apart */
const WITHOUT_DETAILS = "without-details";

/** How many valid records were keyed by an identifier of a kind, and how many different ones those were. */
export type KeyedBy = { readonly kind: string; readonly records: number; readonly distinct: number };

/**
 * 口径对照 counts the valid records of one reading under several keys at once. Exact, in memory (some 60 bytes a distinct key), for a count
 * in which the definitions are asked for.
 */
export class SideBySide {
  readonly #keys: readonly string[];
  readonly #table: TierTable;
  readonly #values = new Interner();
  /** three bits a key, one a tier: seen as a key of that tier */
  readonly #seen = new NumberColumn();
  readonly #packed = new Uint32Array(4);
  readonly #distinct: Record<Tier, number>[];
  readonly #keyed = new Map<string, { records: number; distinct: number }>();
  #withDetails = 0;

  constructor(own: string, table: TierTable) {
    this.#keys = [...new Set<string>([...COMPARED_KEYS, own]), WITHOUT_DETAILS];
    this.#table = table;
    this.#distinct = this.#keys.map(() => ({ A: 0, B: 0, C: 0 }));
  }

  /** Takes a valid record; of one that was excluded nothing is to be told. */
  add(record: SeizedRecord, tier: Tier): void {
    const strongest = mustIdentify(record);
    const details = tier === "C" || isIdentitySet(record, tier, this.#table) ? "" : record.details();
    if (details !== "") this.#withDetails++;
    const byStrongest = this.#numberOf(strongest, details);
    for (const [at, key] of this.#keys.entries()) {
      const number = this.#numberUnder(key, record, strongest, details, byStrongest);
      const isNew = this.#mark(number, at, tier);
      if (key === "auto") this.#countKeyed(strongest.kind, isNew);
    }
  }

  /** The ledger's lines of the item `record` under each key, given what the count found of valid and excluded records. */
  definitions(tiers: Readonly<Record<Tier, LedgerLine>>): Definition[] {
    return this.#keys.flatMap((key, at) => {
      if (key === WITHOUT_DETAILS) return [];
      const lineOf = (tier: Tier): LedgerLine => {
        const distinct = this.#distinct[at]?.[tier] ?? 0;
        return { ...tiers[tier], distinct, duplicates: tiers[tier].valid - distinct };
      };
      return [{ item: "record" as const, key, ...sumLedger({ A: lineOf("A"), B: lineOf("B"), C: lineOf("C") }) }];
    });
  }

  /** Under `auto`: by which kinds records were keyed, the most used first. */
  keyedBy(): KeyedBy[] {
    return [...this.#keyed]
      .map(([kind, counted]) => ({ kind, ...counted }))
      .sort((a, b) => b.records - a.records || (a.kind < b.kind ? -1 : 1));
  }

  /** Records of tiers A and B that say something, and how many of them the identifier alone would have merged. */
  details(): { readonly records: number; readonly kept: number } {
    const distinctOf = (key: string) => TIERS.reduce((sum, tier) => sum + (this.#distinct[this.#keys.indexOf(key)]?.[tier] ?? 0), 0);
    return { records: this.#withDetails, kept: distinctOf("auto") - distinctOf(WITHOUT_DETAILS) };
  }

  #numberUnder(key: string, record: SeizedRecord, strongest: Identifier, details: string, byStrongest: number): number {
    if (key === "auto") return byStrongest;
    if (key === WITHOUT_DETAILS) return details === "" ? byStrongest : this.#numberOf(strongest, "");
    if (key === "row") return this.#intern(WHOLE_ROW, record.everything());
    const asked = identifierOfKind(record.findings, key);
    return asked === null || asked === strongest ? byStrongest : this.#numberOf(asked, details);
  }

  #numberOf({ kind, value }: Identifier, details: string): number {
    if (details !== "") return this.#intern(FACT, `${kind}\u0000${value}\u0001${details}`);
    return this.#intern(kind === "name+address" || kind === "name+other" ? COMPOSITE[kind] : KIND_NAMES.indexOf(kind), value);
  }

  #intern(kind: number, value: string): number {
    packValue(kind, value, this.#packed);
    return this.#values.intern(this.#packed);
  }

  #mark(number: number, at: number, tier: Tier): boolean {
    const bit = 1 << (at * TIERS.length + TIERS.indexOf(tier));
    const before = this.#seen.get(number);
    if ((before & bit) !== 0) return false;
    this.#seen.set(number, before | bit);
    const distinct = this.#distinct[at];
    if (distinct !== undefined) distinct[tier]++;
    return true;
  }

  #countKeyed(kind: string, isNew: boolean): void {
    const counted = this.#keyed.get(kind) ?? { records: 0, distinct: 0 };
    counted.records++;
    if (isNew) counted.distinct++;
    this.#keyed.set(kind, counted);
  }
}
