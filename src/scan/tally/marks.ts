import { EXCLUSION_REASONS } from "#scan/exclusion-reasons.ts";
import { KIND_NAMES, type Tier } from "#scan/kinds.ts";

/**
 * 记号 a mark says that a value stands in a record, and as what: six words. Words 0–3 are the value as `pack-value.ts` packs it (its
 * kind in bits 20–25 of word 0), word 4 the number of its party within the chunk or NO_PARTY, word 5 its roles. One mark carries all
 * roles that a value has in that record. Marks of equal values merge: keys and COUNTED by or, ranks by the greater, parties by union;
 * the order in which they merge changes nothing, which is why figures do not depend on threads or on the order of the evidence.
 * The kernels write the same layout.
 */
export const MARK_WORDS = 6;
export const PARTY = 4;
export const ROLES = 5;
export const NO_PARTY = 0xffff_ffff;

/** the value of a valid finding: counts in `kinds[].distinct` and, a resident id, in the groups */
export const COUNTED = 1;
/** the key of a valid record of the tier */
export const KEYED = { A: 2, B: 4, C: 8 } as const satisfies Record<Tier, number>;
/** two bits: the strongest identifier of a party (persons.atMost), in the highest tier it stands in */
export const RANK_SHIFT = 4;
export const RANKED = { A: 3 << RANK_SHIFT, B: 2 << RANK_SHIFT, C: 1 << RANK_SHIFT } as const satisfies Record<Tier, number>;
export const RANK_BITS = 3 << RANK_SHIFT;
/** an identifier that stands with its party (persons.atLeast): only these have a party */
export const JOINED = 64;

/** Numbers of what is packed beside the kinds (0–34, their place in KIND_NAMES). */
export const COMPOSITE = { "name+address": 40, "name+other": 41 } as const;
export const FACT = 42;
export const WHOLE_ROW = 43;
export const KIND_SPACE = 64;

/** The kind of a packed value, from its first word. */
export function kindOfWord(first: number): number {
  return (first >>> 20) & 63;
}

/** What a kind's counters hold, in order; `kinds[kind * 3 + state]`. */
export const STATES = ["valid", "damaged", "invalid"] as const;
/** What a tier's counters hold, in order; `tiers[(A 0, B 1, C 2) * TIER_WORDS + …]`: seized, valid, then the reasons of exclusion. */
export const TIER_WORDS = 2 + EXCLUSION_REASONS.length;
export const TIER_PLACE = { A: 0, B: TIER_WORDS, C: 2 * TIER_WORDS } as const satisfies Record<Tier, number>;
export const SEIZED = 0;
export const VALID = 1;
export const EXCLUDED = 2;

/** What a piece of evidence says: counters, and marks to be settled with those of all other pieces. Adding pieces knows no order. */
export type ChunkCount = {
  /** MARK_WORDS words a mark */
  readonly marks: Uint32Array<ArrayBuffer>;
  /** parties are numbered from 0 to `parties - 1` */
  readonly parties: number;
  /** findings by kind and state */
  readonly kinds: Uint32Array<ArrayBuffer>;
  /** records by tier and what became of them */
  readonly tiers: Uint32Array<ArrayBuffer>;
  /** findings that are not valid by the check that failed: `failedWord` → how many; those left out count as unnamed */
  readonly failed?: ReadonlyMap<string, number>;
};

/** A finding that failed a check, as one word: its kind, its state and the check. */
export function failedWord(kind: string, state: "damaged" | "invalid", because: string | null): string {
  return `${kind} ${state} ${because ?? ""}`;
}

export function emptyKindCounters(): Uint32Array<ArrayBuffer> {
  return new Uint32Array(KIND_NAMES.length * STATES.length);
}

export function emptyTierCounters(): Uint32Array<ArrayBuffer> {
  return new Uint32Array(3 * TIER_WORDS);
}
