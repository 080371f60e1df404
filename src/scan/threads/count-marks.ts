import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { CountOptions, CountResult, SourceReport } from "#scan/scan.contract.ts";
import { type Figures, figuresOf } from "#scan/tally/counters.ts";
import { MarkStore } from "#scan/tally/mark-store.ts";
import { type FoldPart, settleMarks } from "#scan/tally/settle-marks.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import { countSource } from "#scan/threads/count-source.ts";
import { MarkCount } from "#scan/threads/mark-count.ts";
import { openPool, type ThreadPool } from "#scan/threads/pool.ts";
import type { ScanSettings } from "#scan/threads/scan-settings.ts";
import type { SourceOutlet } from "#scan/threads/source-outlet.ts";
import type { TaskInput } from "#scan/threads/tasks.ts";

/** Below so many bytes, and so many sources, threads cost more than they bring. */
const WORTH_THREADS = { bytes: 8 * 1024 * 1024, sources: 200 } as const;
/** sources that wait for each thread, so that none stands still between two */
const SOURCES_AHEAD = 2;

export type MarksHooks = {
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
  /** threads besides this one; 1: none */
  readonly workers: number;
  /** bytes of marks kept in memory before they are put aside */
  readonly budget?: number;
  readonly onProgress?: (note: { reading: string; sourcesDone: number; bytesDone: number; rowsDone: number }) => void;
  readonly decisionAt?: (source: string, row: number, offset: number) => RecordDecision | null;
};

type Counted = { readonly sources: SourceReport[]; readonly coverage: CountResult["coverage"]; readonly figures: Figures };

/**
 * Counts pieces of evidence by marks: sources that a thread can open by itself are read in threads, the others here, and everything is
 * settled at the end. The figures are those of `Tally`, whatever the number of threads and the order in which they are done; reports
 * stand in the order of the sources. @throws the abort reason; whatever a reader or a thread failed with
 */
export async function countMarks(
  sources: Iterable<ByteSource> | AsyncIterable<ByteSource>,
  options: CountOptions,
  settings: ScanSettings,
  hooks: MarksHooks,
): Promise<Counted> {
  const stop = new AbortController();
  const signal = AbortSignal.any([hooks.signal, stop.signal]);
  const store = new MarkStore(hooks.scratch, hooks.budget);
  const count = new MarkCount(store, hooks.onProgress, (failure) => stop.abort(failure));
  const running = new Set<Promise<void>>();
  let pool: ThreadPool | null = null;
  let [bytes, begun] = [0, 0];
  try {
    for await (const source of sources) {
      signal.throwIfAborted();
      const outlet = count.openSource();
      [bytes, begun] = [bytes + source.size, begun + 1];
      if (hooks.workers > 1 && (bytes > WORTH_THREADS.bytes || begun > WORTH_THREADS.sources)) pool ??= openPool(hooks.workers, signal);
      if (pool === null || source.disk === undefined || hooks.decisionAt !== undefined) {
        await countSource(source, settings, { ...hooks, signal, outlet, blocks: pool === null ? null : blocksOf(pool) });
        continue;
      }
      while (running.size >= SOURCES_AHEAD * pool.size) await Promise.race(running);
      const counted: Promise<void> = countInThread(pool, { disk: source.disk, path: source.path, size: source.size, settings }, outlet)
        .catch((failure: unknown) => stop.abort(failure))
        .finally(() => running.delete(counted));
      running.add(counted);
    }
    await Promise.all(running);
    await count.ready();
    signal.throwIfAborted();
    const settlement = await settleMarks(store, { asOf: options.asOf, signal, ...foldIn(pool, options.asOf) });
    return { sources: count.reports(), coverage: count.coverage(), figures: figuresOf(count.counters, settlement, options) };
  } catch (failure) {
    signal.throwIfAborted(); // what stopped the count is the reason, not what fell over because of it
    throw failure;
  } finally {
    await pool?.close();
    await count.ready();
    await store.release();
  }
}

async function countInThread(pool: ThreadPool, task: TaskInput<"count-source">, outlet: SourceOutlet): Promise<void> {
  await pool.run("count-source", task, {
    onNote: (note) => {
      if (note.kind === "leaf") outlet.leaf(note.leaf);
      else if (note.kind === "progress") outlet.progress(note.path, note.bytes, note.rows);
      else outlet.marks(note.chunk);
      return note.kind === "marks" ? outlet.ready() : undefined;
    },
  });
}

function blocksOf(pool: ThreadPool): BlockCounter {
  return { atOnce: pool.size + 1, run: (name, input, transfer = []) => pool.run(name, input, { transfer }) };
}

function foldIn(pool: ThreadPool | null, asOf: string): { fold?: FoldPart; atOnce?: number } {
  if (pool === null) return {};
  return { fold: (marks) => pool.run("fold-marks", { marks, asOf }, { transfer: [marks.buffer] }), atOnce: pool.size + 1 };
}
