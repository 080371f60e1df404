import type { ItemDecision, PersonDecision } from "#scan/decisions/decisions.contract.ts";

/** A keyed fingerprint (HMAC-SHA256) of an item's key, in hexadecimal. */
export type ItemFingerprinter = (key: string) => string;

/** Where a count looks up what persons said: by place (with the fingerprint of the item that stands there), or by the item. */
export type DecisionLookup = {
  readonly hasPlaces: boolean;
  readonly hasFingerprints: boolean;
  /** decisions that met no record so far */
  readonly unmatched: number;
  readonly at: (source: string, row: number, offset: number, fingerprint: string | null) => ItemDecision | null;
  readonly of: (fingerprint: string) => ItemDecision | null;
};

/** What persons found, to be looked up record by record. Of two decisions about the same item or place the later one holds. */
export class DecisionBook implements DecisionLookup {
  readonly #byFingerprint = new Map<string, ItemDecision>();
  readonly #byPlace = new Map<string, ItemDecision>();
  readonly #met = new Set<string>();

  /** `withKey`: fingerprints can be computed here; without, decisions are looked up by their place alone. */
  constructor(decisions: readonly Pick<PersonDecision, "decision" | "fingerprint" | "place">[], withKey: boolean) {
    for (const { decision, fingerprint, place } of decisions)
      if (withKey && fingerprint !== null) this.#byFingerprint.set(fingerprint, decision);
      else this.#byPlace.set(placeWord(place.source, place.row, place.offset), decision);
  }

  get hasPlaces(): boolean {
    return this.#byPlace.size > 0;
  }

  get hasFingerprints(): boolean {
    return this.#byFingerprint.size > 0;
  }

  at(source: string, row: number, offset: number): ItemDecision | null {
    const word = placeWord(source, row, offset);
    return this.#meet(word, this.#byPlace.get(word));
  }

  of(fingerprint: string): ItemDecision | null {
    return this.#meet(fingerprint, this.#byFingerprint.get(fingerprint));
  }

  /** Decisions that met no record so far. */
  get unmatched(): number {
    return this.#byFingerprint.size + this.#byPlace.size - this.#met.size;
  }

  #meet(word: string, decision: ItemDecision | undefined): ItemDecision | null {
    if (decision === undefined) return null;
    this.#met.add(word);
    return decision;
  }
}

function placeWord(source: string, row: number, offset: number): string {
  return `${source}\u0000${row}\u0000${offset}`;
}
