const BYTES = Uint32Array.BYTES_PER_ELEMENT;
/** Parts are of about the same size: a little more than one needs suits the next. */
const SPARE = 1.25;

/**
 * Memory for parts of marks, shared with the threads that fold them and used again: fresh memory for each part would have V8 collect all of
 * its memory some thirty times while it settles.
 */
export class WordRooms {
  readonly #free: SharedArrayBuffer[] = [];

  /** Room for exactly so many words, with anything in it. */
  take(words: number): Uint32Array {
    if (words === 0) return new Uint32Array(0);
    const at = this.#free.findIndex(({ byteLength }) => byteLength >= words * BYTES);
    const found = at < 0 ? undefined : this.#free.splice(at, 1)[0];
    if (found === undefined) this.#free.pop(); // one that is too small for what comes now
    return new Uint32Array(found ?? new SharedArrayBuffer(Math.ceil(words * SPARE) * BYTES), 0, words);
  }

  /** Gives room back that nobody reads any more; other arrays are left alone. */
  giveBack({ buffer }: Uint32Array): void {
    if (buffer instanceof SharedArrayBuffer) this.#free.push(buffer);
  }
}
