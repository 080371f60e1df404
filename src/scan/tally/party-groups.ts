/**
 * 人数 groups of parties that share an identifier, by union-find over their numbers: four bytes a party, so that a hundred million fit.
 * The root of a group is its lowest number.
 */
export class PartyGroups {
  readonly #parents: Uint32Array;
  #groups: number;

  constructor(parties: number) {
    this.#parents = new Uint32Array(parties);
    for (let party = 0; party < parties; party++) this.#parents[party] = party;
    this.#groups = parties;
  }

  /** Groups left: persons, at least. */
  get groups(): number {
    return this.#groups;
  }

  /** Joins parties given two and two. @throws an Error for a number that is no party */
  join(shared: Uint32Array): void {
    for (let at = 0; at + 1 < shared.length; at += 2) {
      const a = this.#rootOf(shared[at] ?? 0);
      const b = this.#rootOf(shared[at + 1] ?? 0);
      if (a === b) continue;
      this.#parents[Math.max(a, b)] = Math.min(a, b);
      this.#groups--;
    }
  }

  #rootOf(party: number): number {
    if (party >= this.#parents.length) throw new Error(`no party has the number ${party}`);
    let at = party;
    for (;;) {
      const parent = this.#parents[at] ?? 0;
      if (parent === at) return at;
      const above = this.#parents[parent] ?? 0;
      this.#parents[at] = above; // halve the path on the way
      at = above;
    }
  }
}
