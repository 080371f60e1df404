import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { FuzzMessage, FuzzTask, SlowInput } from "./fuzz.thread.ts";

/**
 * `node bench/fuzz.ts [--inputs 100000] [--seed 1] [--slow-share 0.02]`: counts spoilt evidence of every format. Fails on a crash, on an input that
 * takes longer than two minutes, and on memory that grows from the second tenth to the last; the input that did it is kept.
 */
const PATIENCE = 120_000;
const { values } = parseArgs({ options: { inputs: { type: "string" }, seed: { type: "string" }, "slow-share": { type: "string" } } });
const task: FuzzTask = {
  inputs: Number(values.inputs ?? 100_000),
  seed: Number(values.seed ?? 20_261_125),
  batch: 1000,
  slowShare: Number(values["slow-share"] ?? 0.02),
};
const MB = 1024 * 1024;
const kept = join(tmpdir(), "tandem-fuzz");
const begun = performance.now();
const heaps: number[] = [];
let peak = 0;
let current: Extract<FuzzMessage, { kind: "input" }> | null = null;
let since = performance.now();
let slowest: SlowInput = { path: "", ms: 0, bytes: new Uint8Array(0) };

const thread = new Worker(new URL("./fuzz.thread.ts", import.meta.url), { workerData: task });
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
  if (current !== null && performance.now() - since > PATIENCE) fail(`no end after ${PATIENCE / 1000} s`, current);
}, 500);
thread.on("error", (problem) => fail(problem.stack ?? String(problem), current));
thread.on("message", (message: FuzzMessage) => {
  if (message.kind === "input") {
    current = message;
    since = performance.now();
  } else if (message.kind === "batch") {
    heaps.push(message.heap);
    if (message.slowest.ms > slowest.ms) slowest = message.slowest;
    if (message.done % 5000 === 0) console.error(`${message.done} inputs, ${seconds()} s, ${mb(peak)} MB at most`);
  } else if (message.kind === "failed") fail(`${message.reason}\nseed of the batch: ${message.seed}`, message);
  else end(message.done);
});

function fail(reason: string, input: { readonly path: string; readonly bytes: Uint8Array } | null): never {
  if (input !== null) keep(input);
  console.error(reason);
  process.exit(1);
}

function keep({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): void {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, basename(path)), bytes);
  console.error(`${join(kept, basename(path))} (${bytes.length} bytes, given as ${path})`);
}

function end(done: number): void {
  clearInterval(watch);
  const tenth = Math.ceil(heaps.length / 10);
  const least = (part: readonly number[]) => Math.min(...part);
  const [early, late] = [least(heaps.slice(tenth, 2 * tenth)), least(heaps.slice(-tenth))];
  keep({ path: `slowest-${basename(slowest.path)}`, bytes: slowest.bytes });
  const result = {
    inputs: done,
    seed: task.seed,
    seconds: seconds(),
    peakMB: mb(peak),
    heapMB: { early: mb(early), late: mb(late) },
    slowest: { path: slowest.path, ms: Math.round(slowest.ms) },
  };
  console.log(JSON.stringify(result, null, 2));
  if (heaps.length >= 20 && late > early + 64 * MB) fail("the memory in use grew", null);
}

function seconds(): number {
  return Math.round((performance.now() - begun) / 1000);
}

function mb(bytes: number): number {
  return Math.round(bytes / MB);
}
