import { setImmediate as breathe } from "node:timers/promises";
import type { Gauge } from "#counts/watch-progress.ts";
import type { ByteSource } from "#scan/byte-source.ts";

/** Longest time that readers may go on before other work of the process (heartbeat, cancelling) has its turn. */
const TURN_MS = 50;

/**
 * The source as a count reads it: tells the gauge how far it has come (bytes read twice count once), lets the event loop breathe,
 * and hands the first failure to `onFailure`, because a scanner goes on after a source that cannot be read and a count must not.
 */
export function watchSource(source: ByteSource, gauge: Gauge, onFailure: (path: string, problem: unknown) => void): ByteSource {
  let [read, turnBegan] = [0, performance.now()];
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
        const counted = Math.min(source.size, read + bytes.length);
        gauge.bytesDone += counted - read;
        read = counted;
        return bytes;
      } catch (problem) {
        onFailure(source.path, problem);
        throw problem;
      }
    },
  };
}
