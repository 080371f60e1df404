const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
const FULLEST = 0.7;

/**
 * A set of 128-bit values that gives each a number from 0 in the order of arrival: open addressing over typed arrays, about 24 bytes a
 * value, no object a value, so that tens of millions fit. Exact: the whole value is compared, never its hash alone.
 */
export class Interner {
  #slots = new Int32Array(1 << 12); // number + 1; 0 is empty
  #mask = (1 << 12) - 1;
  readonly #pages: Uint32Array[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the value in the four words from a place on; a new one is `size` before the call. */
  intern(words: Uint32Array, from = 0): number {
    const a = words[from] ?? 0;
    const b = words[from + 1] ?? 0;
    const c = words[from + 2] ?? 0;
    const d = words[from + 3] ?? 0;
    let slot = mix(a, b, c, d) & this.#mask;
    for (;;) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) break;
      const number = found - 1;
      const page = this.#pages[number >>> PAGE_BITS];
      const at = (number & IN_PAGE) << 2;
      if (page !== undefined && page[at] === a && page[at + 1] === b && page[at + 2] === c && page[at + 3] === d) return number;
      slot = (slot + 1) & this.#mask;
    }
    return this.#append(slot, a, b, c, d);
  }

  #append(slot: number, a: number, b: number, c: number, d: number): number {
    const number = this.#size++;
    let page = this.#pages[number >>> PAGE_BITS];
    if (page === undefined) {
      page = new Uint32Array(PAGE << 2);
      this.#pages.push(page);
    }
    const at = (number & IN_PAGE) << 2;
    page[at] = a;
    page[at + 1] = b;
    page[at + 2] = c;
    page[at + 3] = d;
    this.#slots[slot] = number + 1;
    if (this.#size > this.#slots.length * FULLEST) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      const page = this.#pages[number >>> PAGE_BITS];
      if (page === undefined) continue;
      const at = (number & IN_PAGE) << 2;
      let slot = mix(page[at] ?? 0, page[at + 1] ?? 0, page[at + 2] ?? 0, page[at + 3] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** A column of 32-bit numbers beside an interner, in pages so that growing copies nothing; unset places read as 0. */
export class NumberColumn {
  readonly #pages: (Int32Array | undefined)[] = [];

  get(at: number): number {
    return this.#pages[at >>> PAGE_BITS]?.[at & IN_PAGE] ?? 0;
  }

  set(at: number, value: number): void {
    const index = at >>> PAGE_BITS;
    let page = this.#pages[index];
    if (page === undefined) {
      page = new Int32Array(PAGE);
      this.#pages[index] = page;
    }
    page[at & IN_PAGE] = value;
  }
}

/** 32 well mixed bits of a packed value, the same in every thread. */
export function mix(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f);
  h = Math.imul((h ^ (h >>> 15)) + d, 0x165667b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
