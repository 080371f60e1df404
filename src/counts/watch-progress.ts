import { setTimeout as pause } from "node:timers/promises";
import type { CountProgress } from "#counts/counts.contract.ts";

/** What a running count has done so far. */
export type Gauge = { reading: string | null; sourcesDone: number; bytesDone: number; rowsDone: number };

const EVERY_MS = 500;
/** readings that make up the last second */
const WINDOW = 1000 / EVERY_MS;
/** pairs of rates that make up the last minute */
const MINUTE = 60;

/**
 * Reports the gauge twice a second until `signal` aborts. `report` answers whether to go on; on `false` the watch ends.
 * Rates are those between the newest reading and the one a second before; `history` has one pair of them a second, of the last minute.
 */
export async function watchProgress(
  gauge: Readonly<Gauge>,
  base: { readonly bytesTotal: number; readonly attempt: number },
  clock: () => Date,
  report: (progress: CountProgress) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  const readings: { readonly at: number; readonly bytes: number; readonly rows: number }[] = [];
  let history: NonNullable<CountProgress["history"]> = [];
  let told = Number.NaN;
  while (!signal.aborted) {
    const now = clock();
    const reading = { at: now.getTime(), bytes: gauge.bytesDone, rows: gauge.rowsDone };
    const before = readings[Math.max(0, readings.length - WINDOW)] ?? reading;
    readings.push(reading);
    if (readings.length > WINDOW) readings.shift();
    const seconds = Math.max(0.001, (reading.at - before.at) / 1000);
    const bytesPerSecond = Math.max(0, Math.round((reading.bytes - before.bytes) / seconds));
    const rowsPerSecond = Math.max(0, Math.round((reading.rows - before.rows) / seconds));
    if (Number.isNaN(told)) told = reading.at;
    else if (reading.at - told >= 1000) {
      history = [...history, [bytesPerSecond, rowsPerSecond] satisfies [number, number]].slice(-MINUTE);
      told = reading.at;
    }
    const progress: CountProgress = {
      status: "running",
      ...gauge,
      bytesTotal: base.bytesTotal,
      bytesPerSecond,
      rowsPerSecond,
      history,
      attempt: base.attempt,
      updatedAt: now.toISOString(),
    };
    if (!(await report(progress))) return;
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop's own condition ends it
  }
}
