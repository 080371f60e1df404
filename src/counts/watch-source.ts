import { setImmediate as breathe } from "node:timers/promises";
import type { Gauge } from "#counts/watch-progress.ts";
import type { ByteSource } from "#scan/byte-source.ts";

/** Longest time that readers may go on before other work of the process (heartbeat, cancelling) has its turn. */
const TURN_MS = 50;
/** Of each gauge, what finishes the source that is being read. */
const READING = new WeakMap<Gauge, () => void>();

/**
 * The source as a count reads it: tells the gauge how far it has come, lets the event loop breathe,
 * and hands the first failure to `onFailure`, because a scanner goes on after a source that cannot be read and a count must not.
 * A source is read twice, to find its encoding and hashes and to count it: each reading is half of its bytes. What is left when the next
 * source begins (a format that is read once) is done with.
 */
export function watchSource(source: ByteSource, gauge: Gauge, onFailure: (path: string, problem: unknown) => void): ByteSource {
  let [read, told, turnBegan] = [0, 0, performance.now()];
  const tell = (done: number) => {
    gauge.bytesDone += done - told;
    told = done;
  };
  const finish = () => tell(source.size);
  return {
    path: source.path,
    size: source.size,
    async read(offset, length) {
      if (performance.now() - turnBegan > TURN_MS) {
        await breathe();
        turnBegan = performance.now();
      }
      try {
        const bytes = await source.read(offset, length);
        const atHand = READING.get(gauge);
        if (atHand !== finish) {
          atHand?.();
          READING.set(gauge, finish);
        }
        read = Math.min(2 * source.size, read + bytes.length);
        if (told < source.size) tell(Math.floor(read / 2));
        return bytes;
      } catch (problem) {
        onFailure(source.path, problem);
        throw problem;
      }
    },
  };
}
