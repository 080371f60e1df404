/** Blocks of one leaf on their way through threads: at most `atOnce`, so that memory stays bounded. */
export class BlocksUnderWay {
  readonly #atOnce: number;
  readonly #running = new Set<Promise<void>>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Starts a block when there is room for it. @throws what an earlier block failed with, when there is none */
  async add(count: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#atOnce) await Promise.race(this.#running);
    // A failure stays among what runs: whoever waits throws it.
    const counted: Promise<void> = count().then(() => {
      this.#running.delete(counted);
    });
    counted.catch(() => {});
    this.#running.add(counted);
  }

  /** Waits for all blocks. @throws what the first of them failed with */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Waits until nothing runs any more, whatever became of it. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}
