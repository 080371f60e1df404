import { setTimeout as pause } from "node:timers/promises";
import type { CountProgress } from "#counts/counts.contract.ts";

/** What a running count has done so far. */
export type Gauge = { reading: string | null; sourcesDone: number; bytesDone: number; rowsDone: number };

const EVERY_MS = 500;
/** readings that make up the last second */
const WINDOW = 1000 / EVERY_MS;

/**
 * Reports the gauge twice a second until `signal` aborts. `report` answers whether to go on; on `false` the watch ends.
 * Rates are those between the newest reading and the one a second before.
 */
export async function watchProgress(
  gauge: Readonly<Gauge>,
  base: { readonly bytesTotal: number; readonly attempt: number },
  clock: () => Date,
  report: (progress: CountProgress) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  const readings: { readonly at: number; readonly bytes: number; readonly rows: number }[] = [];
  while (!signal.aborted) {
    const now = clock();
    const reading = { at: now.getTime(), bytes: gauge.bytesDone, rows: gauge.rowsDone };
    const before = readings[Math.max(0, readings.length - WINDOW)] ?? reading;
    readings.push(reading);
    if (readings.length > WINDOW) readings.shift();
    const seconds = Math.max(0.001, (reading.at - before.at) / 1000);
    const progress: CountProgress = {
      status: "running",
      ...gauge,
      bytesTotal: base.bytesTotal,
      bytesPerSecond: Math.max(0, Math.round((reading.bytes - before.bytes) / seconds)),
      rowsPerSecond: Math.max(0, Math.round((reading.rows - before.rows) / seconds)),
      attempt: base.attempt,
      updatedAt: now.toISOString(),
    };
    if (!(await report(progress))) return;
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
  }
}
