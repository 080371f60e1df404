import type { ByteSource, Scratch } from "#scan/byte-source.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { CountMemory, SourceMemory } from "#scan/resume/count-memory.ts";
import type { CountOptions, CountResult, SourceReport } from "#scan/scan.contract.ts";
import type { ListedFile } from "#scan/sources/open-files.ts";
import { type Figures, figuresOf } from "#scan/tally/counters.ts";
import { MarkStore } from "#scan/tally/mark-store.ts";
import { type FoldPart, settleMarks } from "#scan/tally/settle-marks.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import { countSource } from "#scan/threads/count-source.ts";
import { MarkCount } from "#scan/threads/mark-count.ts";
import { openPool, type ThreadPool } from "#scan/threads/pool.ts";
import { readsInBlocks } from "#scan/threads/reads-in-blocks.ts";
import type { ScanSettings } from "#scan/threads/scan-settings.ts";
import { SharedBlocks } from "#scan/threads/shared-blocks.ts";
import type { SourceOutlet } from "#scan/threads/source-outlet.ts";
import type { TaskInput } from "#scan/threads/tasks.ts";

/** Below so many bytes, and so many sources, threads cost more than they bring. */
const WORTH_THREADS = { bytes: 8 * 1024 * 1024, sources: 200 } as const;
/** sources that wait for each thread, so that none stands still between two */
const SOURCES_AHEAD = 2;
/** Bytes of a large text that a thread counts at once. */
const BLOCK_BYTES = 4 * 1024 * 1024;

export type MarksHooks = {
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
  /** threads besides this one; 1: none */
  readonly workers: number;
  /** bytes of marks kept in memory before they are put aside */
  readonly budget?: number;
  readonly onProgress?: (note: { reading: string; sourcesDone: number; bytesDone: number; rowsDone: number }) => void;
  readonly decisionAt?: (source: string, row: number, offset: number) => RecordDecision | null;
  /** what was counted is remembered source by source, and not counted again */
  readonly memory?: CountMemory;
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
  const shared = new SharedBlocks(BLOCK_BYTES);
  let [bytes, begun] = [0, 0];
  try {
    for await (const source of sources) {
      signal.throwIfAborted();
      const memory = (await hooks.memory?.open(source, signal)) ?? null;
      const outlet = remembering(count.openSource(), memory);
      if (memory !== null && (await recall(memory, source, outlet))) continue;
      [bytes, begun] = [bytes + source.size, begun + 1];
      if (hooks.workers > 1 && (bytes > WORTH_THREADS.bytes || begun > WORTH_THREADS.sources)) pool ??= openPool(hooks.workers, signal);
      const file = pool === null || hooks.decisionAt !== undefined || (await readsInBlocks(source)) ? null : fileOf(source);
      if (pool === null || file === null) {
        await countSource(source, settings, { ...hooks, signal, outlet, blocks: pool === null ? null : blocksOf(pool, shared) });
        await finish(memory, outlet);
        continue;
      }
      while (running.size >= SOURCES_AHEAD * pool.size) await Promise.race(running);
      const counted: Promise<void> = countInThread(pool, { file, settings }, outlet)
        .then(() => finish(memory, outlet))
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

/** Gives what an earlier run counted of the source to the outlet; false when it is to be counted now. */
async function recall({ recalled }: SourceMemory, source: ByteSource, outlet: SourceOutlet): Promise<boolean> {
  if (recalled === null) return false;
  let rows = 0;
  for await (const piece of recalled) {
    if (piece.kind === "leaf") outlet.leaf(piece.leaf);
    if (piece.kind === "marks") outlet.marks(piece.chunk);
    if (piece.kind === "read") rows += piece.rows;
    await outlet.ready();
  }
  outlet.progress(source.path, source.size, rows);
  return true;
}

type Remembering = SourceOutlet & { readonly rows: () => number };

/** The outlet, which keeps what goes through it. */
function remembering(outlet: SourceOutlet, memory: SourceMemory | null): Remembering {
  let rows = 0;
  return {
    leaf: (leaf) => {
      memory?.keep({ kind: "leaf", leaf });
      outlet.leaf(leaf);
    },
    marks: (chunk) => {
      memory?.keep({ kind: "marks", chunk });
      outlet.marks(chunk);
    },
    progress: (path, bytes, more) => {
      rows += more;
      outlet.progress(path, bytes, more);
    },
    ready: async () => {
      await memory?.ready();
      await outlet.ready();
    },
    rows: () => rows,
  };
}

async function finish(memory: SourceMemory | null, outlet: Remembering): Promise<void> {
  memory?.keep({ kind: "read", rows: outlet.rows() });
  await memory?.finish();
}

function fileOf({ disk, path, size }: ByteSource): ListedFile | null {
  return disk === undefined
    ? null
    : { disk: disk.place, path, size, modified: disk.modified, ...(disk.beside === undefined ? {} : { beside: disk.beside }) };
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

function blocksOf(pool: ThreadPool, memory: SharedBlocks): BlockCounter {
  return { atOnce: pool.size + 1, memory, run: (name, input, transfer = []) => pool.run(name, input, { transfer }) };
}

function foldIn(pool: ThreadPool | null, asOf: string): { fold?: FoldPart; atOnce?: number } {
  if (pool === null) return {};
  const fold: FoldPart = (marks) =>
    pool.run("fold-marks", { marks, asOf }, { transfer: marks.buffer instanceof ArrayBuffer ? [marks.buffer] : [] });
  return { fold, atOnce: pool.size + 1 };
}
