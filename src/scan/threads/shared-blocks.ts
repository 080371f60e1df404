/**
 * Memory of one size that this thread fills and the threads of the pool read, used again and again: fresh memory for each block would have V8
 * collect all of its memory every sixteen blocks, in every thread. Whoever takes one gives it back when nobody reads it any more.
 */
export class SharedBlocks {
  readonly size: number;
  readonly #free: Uint8Array<SharedArrayBuffer>[] = [];

  constructor(size: number) {
    this.size = size;
  }

  take(): Uint8Array<SharedArrayBuffer> {
    return this.#free.pop() ?? new Uint8Array(new SharedArrayBuffer(this.size));
  }

  giveBack(block: Uint8Array<SharedArrayBuffer>): void {
    this.#free.push(block);
  }
}
