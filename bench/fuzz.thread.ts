import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { countSpoilt } from "#scan/fuzzing/count-spoilt.builder.ts";
import { buildSamples } from "#scan/fuzzing/evidence-samples.builder.ts";
import { arbitraryEvidence, type SpoiltEvidence } from "#scan/fuzzing/spoil-evidence.builder.ts";

/** What the thread of the fuzzing is given: inputs from `from` on, `batch` with a seed of their own each. */
export type FuzzTask = { readonly seed: number; readonly inputs: number; readonly batch: number; readonly slowShare: number };

export type SlowInput = { readonly path: string; readonly ms: number; readonly bytes: Uint8Array };

/** What it says: the input that is being counted, the end of a batch, or a failure (then no more). */
export type FuzzMessage =
  | { readonly kind: "input"; readonly path: string; readonly bytes: Uint8Array; readonly done: number }
  | { readonly kind: "batch"; readonly done: number; readonly heap: number; readonly slowest: SlowInput }
  | { readonly kind: "failed"; readonly path: string; readonly bytes: Uint8Array; readonly reason: string; readonly seed: number }
  | { readonly kind: "ended"; readonly done: number };

const task: FuzzTask = workerData;
const arbitrary = arbitraryEvidence(buildSamples(), task.slowShare);
const post = (message: FuzzMessage) => parentPort?.postMessage(message);

let done = 0;
const NONE: SlowInput = { path: "", ms: 0, bytes: new Uint8Array(0) };
let slowest = NONE;
while (done < task.inputs) {
  const seed = task.seed + Math.floor(done / task.batch);
  const numRuns = Math.min(task.batch, task.inputs - done);
  const run = fc.asyncProperty(arbitrary, async (evidence) => void (await countOne(evidence)));
  const outcome = await fc.check(run, { seed, numRuns });
  const [shrunk] = outcome.counterexample ?? [];
  if (outcome.failed && shrunk !== undefined) {
    const error = outcome.errorInstance;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ kind: "failed", ...shrunk, reason, seed });
    break;
  }
  post({ kind: "batch", done, heap: process.memoryUsage().heapUsed, slowest });
  slowest = NONE;
}
post({ kind: "ended", done });

async function countOne({ path, bytes }: SpoiltEvidence): Promise<void> {
  post({ kind: "input", path, bytes, done });
  const begun = performance.now();
  await countSpoilt({ path, bytes });
  done++;
  const ms = performance.now() - begun;
  if (ms > slowest.ms) slowest = { path, ms, bytes };
}
