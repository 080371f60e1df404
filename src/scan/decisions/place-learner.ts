import type { DecisionLookup } from "#scan/decisions/decision-book.ts";
import type { ItemPlace } from "#scan/decisions/decisions.contract.ts";

/** Learns which items stand at given places, in a reading of its own: it knows no decision and only remembers. */
export class PlaceLearner implements DecisionLookup {
  readonly hasPlaces = true;
  readonly hasFingerprints = false;
  readonly unmatched = 0;
  readonly #asked = new Set<string>();
  readonly #learned = new Map<string, string>();

  constructor(places: readonly ItemPlace[]) {
    for (const place of places) this.#asked.add(wordOf(place));
  }

  at(source: string, row: number, offset: number, fingerprint: string | null): null {
    const word = wordOf({ source, row, offset });
    if (fingerprint !== null && this.#asked.has(word)) this.#learned.set(word, fingerprint);
    return null;
  }

  of(): null {
    return null;
  }

  /** The fingerprint of the item at a place; null where none stands that a decision could be about (a record of tier C). */
  itemAt(place: ItemPlace): string | null {
    return this.#learned.get(wordOf(place)) ?? null;
  }
}

function wordOf({ source, row, offset }: ItemPlace): string {
  return `${source}\u0000${row}\u0000${offset}`;
}
