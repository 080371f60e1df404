import type { NumberColumn } from "#scan/tally/interner.ts";

/**
 * 人数 groups of identifiers that stand together in one record, by union-find over the numbers of an interner. `parents` holds
 * parent + 1, 0 for a number that is no identifier of a person.
 */
export class PersonGroups {
  readonly #parents: NumberColumn;
  #groups = 0;

  constructor(parents: NumberColumn) {
    this.#parents = parents;
  }

  /** Groups left: persons, at least. */
  get groups(): number {
    return this.#groups;
  }

  add(identifier: number): void {
    if (this.#parents.get(identifier) !== 0) return;
    this.#parents.set(identifier, identifier + 1);
    this.#groups++;
  }

  /** Says that two identifiers, both added, belong to one person. */
  join(one: number, two: number): void {
    const a = this.#rootOf(one);
    const b = this.#rootOf(two);
    if (a === b) return;
    this.#parents.set(Math.max(a, b), Math.min(a, b) + 1);
    this.#groups--;
  }

  #rootOf(identifier: number): number {
    let at = identifier;
    for (;;) {
      const parent = this.#parents.get(at) - 1;
      if (parent === at) return at;
      const above = this.#parents.get(parent);
      this.#parents.set(at, above); // halve the path on the way
      at = above - 1;
    }
  }
}
