import { setTimeout as wait } from "node:timers/promises";

/** Something that runs until it ends: a child process, the database. */
export type Running = { readonly ended: Promise<string>; readonly stop: () => Promise<void> };

export type Kept<R extends Running> = {
  /** the one that runs now, or the one being waited for */
  readonly current: () => Promise<R>;
  /** stops it and does not start it again */
  readonly stop: () => Promise<void>;
};

export type KeepOptions = {
  /** told of every death: words for the log, and the milliseconds until the next start */
  readonly onDeath: (words: string, delay: number) => void;
  /** told when the thing runs again after a death */
  readonly onReturn?: () => void;
  /** milliseconds of the first pause; doubled by each death soon after a start, 10 s at most */
  readonly firstDelay?: number;
};

const LONGEST_DELAY = 10_000;
/** Who lived this long was healthy: the next death starts again with the first pause. */
const HEALTHY_AFTER = 30_000;

/**
 * Starts something and starts it again whenever it ends, with growing pauses.
 * @throws what the first start throws: a thing that never ran is a wrong installation, not a crash
 */
export async function keepRunning<R extends Running>(start: () => Promise<R>, options: KeepOptions): Promise<Kept<R>> {
  const stopping = new AbortController();
  let current: Promise<R> = Promise.resolve(await start());
  const watching = watch();

  async function watch(): Promise<void> {
    let delay = options.firstDelay ?? 200;
    while (!stopping.signal.aborted) {
      const bornAt = performance.now();
      const words = await (await current).ended;
      if (stopping.signal.aborted) return;
      if (performance.now() - bornAt > HEALTHY_AFTER) delay = options.firstDelay ?? 200;
      options.onDeath(words, delay);
      current = startAgain(delay);
      current.catch(() => undefined); // awaited at the top of the loop; without this the pause would count as unhandled
      delay = Math.min(delay * 2, LONGEST_DELAY);
    }
  }

  async function startAgain(delay: number): Promise<R> {
    for (let pause = delay; ; pause = Math.min(pause * 2, LONGEST_DELAY)) {
      await wait(pause, undefined, { signal: stopping.signal });
      try {
        const running = await start();
        if (stopping.signal.aborted) await running.stop();
        else options.onReturn?.();
        return running;
      } catch (error) {
        options.onDeath(error instanceof Error ? error.message : String(error), Math.min(pause * 2, LONGEST_DELAY));
      }
    }
  }

  return {
    current: () => current,
    stop: async () => {
      stopping.abort();
      await current.then((running) => running.stop()).catch(ignoreStopped);
      await watching.catch(ignoreStopped);
    },
  };
}

/** A pause that was cut short by `stop` is what was wanted. */
function ignoreStopped(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
