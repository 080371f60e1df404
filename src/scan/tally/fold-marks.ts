import { KIND_NAMES } from "#scan/kinds.ts";
import { type AgeGroups, addToGroups, numberOfDate, unpackResidentId } from "#scan/tally/age-groups.ts";
import { mix } from "#scan/tally/interner.ts";
import {
  COUNTED,
  JOINED,
  KEYED,
  KIND_SPACE,
  kindOfWord,
  MARK_WORDS,
  PARTY,
  RANK_BITS,
  RANK_SHIFT,
  RANKED,
  ROLES,
} from "#scan/tally/marks.ts";
import { freeWords, partitionMarks } from "#scan/tally/partition-marks.ts";

/** What the marks of one part come to. Parts add up, because equal values stand in one part only. */
export type FoldedPart = {
  /** distinct counted values by kind */
  readonly distinct: Uint32Array<ArrayBuffer>;
  /** distinct keys of A, B, C */
  readonly keys: Uint32Array<ArrayBuffer>;
  /** persons whose highest tier is A, B, C */
  readonly persons: Uint32Array<ArrayBuffer>;
  readonly ages: AgeGroups;
  /** parties that share a value, two and two */
  readonly shared: Uint32Array<ArrayBuffer>;
};

const RESIDENT_ID = KIND_NAMES.indexOf("resident-id");
/** Marks whose table and values stay in the cache of a core. */
const SMALL = 1 << 15;
const FEWEST_SLOTS = 16;

/**
 * Folds all marks of some values: equal values (all 128 bits are compared) become one, their roles merged, and what it is is counted.
 * `marks` is written over. More marks than fit a core's cache are divided again first.
 */
export function foldMarks(marks: Uint32Array, asOf: string): FoldedPart {
  const fold = new Fold(numberOfDate(asOf));
  if (marks.length <= SMALL * MARK_WORDS) fold.add(marks);
  else {
    const divided = partitionMarks(marks, 1);
    for (let part = 0; part + 1 < divided.starts.length; part++)
      fold.add(divided.marks.subarray(divided.starts[part], divided.starts[part + 1]));
    freeWords(divided.marks);
  }
  return fold.result();
}

/**
 * Brings equal values among the marks of one part together without counting them: for parts that a few values fill. Answers the marks that
 * are left and the parties that share a value. `marks` is written over.
 */
export function mergeMarks(marks: Uint32Array): { readonly marks: Uint32Array<ArrayBuffer>; readonly shared: Uint32Array<ArrayBuffer> } {
  const fold = new Fold(0);
  fold.merge(marks);
  let end = 0;
  for (let at = 0; at < marks.length; at += MARK_WORDS) {
    if (marks[at + ROLES] === 0) continue;
    marks.copyWithin(end, at, at + MARK_WORDS);
    end += MARK_WORDS;
  }
  return { marks: marks.slice(0, end), shared: fold.result().shared };
}

class Fold {
  readonly #asOf: number;
  readonly #distinct = new Uint32Array(KIND_SPACE);
  readonly #keys = new Uint32Array(3);
  readonly #persons = new Uint32Array(3);
  readonly #ages: AgeGroups = { under14: 0, under18: 0, over60: 0, women: 0 };
  #slots = new Int32Array(FEWEST_SLOTS);
  #shared = new Uint32Array(64);
  #sharedEnd = 0;

  constructor(asOf: number) {
    this.#asOf = asOf;
  }

  result(): FoldedPart {
    const shared = this.#shared.slice(0, this.#sharedEnd);
    return { distinct: this.#distinct, keys: this.#keys, persons: this.#persons, ages: this.#ages, shared };
  }

  add(marks: Uint32Array): void {
    this.merge(marks);
    for (let at = 0; at < marks.length; at += MARK_WORDS) this.#count(marks, at);
  }

  /** The first mark of a value stands for it: the slots hold its place + 1, later ones are merged into it. */
  merge(marks: Uint32Array): void {
    const slots = this.#emptySlots((marks.length / MARK_WORDS) * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < marks.length; at += MARK_WORDS) {
      const a = marks[at] ?? 0;
      const b = marks[at + 1] ?? 0;
      const c = marks[at + 2] ?? 0;
      const d = marks[at + 3] ?? 0;
      for (let slot = mix(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
        const first = (slots[slot] ?? 0) - 1;
        if (first < 0) {
          slots[slot] = at + 1;
          break;
        }
        if (marks[first] === a && marks[first + 1] === b && marks[first + 2] === c && marks[first + 3] === d) {
          this.#merge(marks, first, at);
          break;
        }
      }
    }
  }

  /** The later mark is left without roles: it counts for nothing any more. */
  #merge(marks: Uint32Array, first: number, later: number): void {
    const before = marks[first + ROLES] ?? 0;
    const roles = marks[later + ROLES] ?? 0;
    const rank = Math.max(before & RANK_BITS, roles & RANK_BITS);
    if ((before & roles & JOINED) !== 0) this.#share(marks[first + PARTY] ?? 0, marks[later + PARTY] ?? 0);
    else if ((roles & JOINED) !== 0) marks[first + PARTY] = marks[later + PARTY] ?? 0;
    marks[first + ROLES] = ((before | roles) & ~RANK_BITS) | rank;
    marks[later + ROLES] = 0;
  }

  #count(marks: Uint32Array, at: number): void {
    const roles = marks[at + ROLES] ?? 0;
    if ((roles & COUNTED) !== 0) {
      const kind = kindOfWord(marks[at] ?? 0);
      this.#distinct[kind] = (this.#distinct[kind] ?? 0) + 1;
      if (kind === RESIDENT_ID)
        addToGroups(this.#ages, unpackResidentId(marks[at] ?? 0, marks[at + 2] ?? 0, marks[at + 3] ?? 0), this.#asOf);
    }
    if ((roles & KEYED.A) !== 0) this.#keys[0] = (this.#keys[0] ?? 0) + 1;
    if ((roles & KEYED.B) !== 0) this.#keys[1] = (this.#keys[1] ?? 0) + 1;
    if ((roles & KEYED.C) !== 0) this.#keys[2] = (this.#keys[2] ?? 0) + 1;
    const rank = (roles & RANK_BITS) >> RANK_SHIFT;
    if (rank !== 0) {
      const place = (RANKED.A >> RANK_SHIFT) - rank;
      this.#persons[place] = (this.#persons[place] ?? 0) + 1;
    }
  }

  #share(one: number, other: number): void {
    if (one === other) return;
    if (this.#sharedEnd === this.#shared.length) {
      const larger = new Uint32Array(this.#shared.length * 2);
      larger.set(this.#shared);
      this.#shared = larger;
    }
    this.#shared[this.#sharedEnd++] = one;
    this.#shared[this.#sharedEnd++] = other;
  }

  #emptySlots(least: number): Int32Array {
    let slots = FEWEST_SLOTS;
    while (slots < least) slots *= 2;
    if (slots > this.#slots.length) this.#slots = new Int32Array(slots);
    const used = this.#slots.subarray(0, slots);
    used.fill(0);
    return used;
  }
}
