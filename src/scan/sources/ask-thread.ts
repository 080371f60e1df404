import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** A thread that reads a document of a kind a hostile file can choke: it answers when asked, within a time and a heap, or is ended. */
export type AskedThread<Message> = {
  /** Its next message. @throws Unreadable "time-limit" or "memory-limit" when it runs out of time or memory; the abort reason */
  readonly next: () => Promise<Message>;
  /** asks for the next message; `request` is what the thread is given */
  readonly ask: (request?: unknown) => void;
  readonly close: () => Promise<unknown>;
};

/**
 * `patience` in milliseconds for each message, `whole` for all of them; `heap` in megabytes, `memory` in megabytes of heap and of buffers beside it together (the heap's own
 * limit knows nothing of buffers). Buffers of `transfer` are given away, not copied.
 */
export type ThreadLimits = { readonly patience: number; readonly heap: number; readonly whole?: number; readonly memory?: number };

const LOOK_MS = 100;
const MEGABYTE = 1024 * 1024;

export function openThread<Message>(
  thread: URL,
  given: unknown,
  signal: AbortSignal,
  { patience, heap, whole = Number.POSITIVE_INFINITY, memory }: ThreadLimits,
  transfer: readonly ArrayBuffer[] = [],
): AskedThread<Message> {
  const began = performance.now();
  const worker = new Worker(thread, { workerData: given, resourceLimits: { maxOldGenerationSizeMb: heap }, transferList: [...transfer] });
  const messages: AsyncIterator<Message[]> = on(worker, "message", { signal, close: ["exit"] });
  let isFull = false;
  const looking = memory === undefined ? undefined : setInterval(() => void look(memory), LOOK_MS);
  worker.once("exit", () => clearInterval(looking));
  const look = async (most: number) => {
    // one that has ended tells nothing
    const used = await worker.getHeapStatistics().catch(() => null);
    if (used === null || used.total_heap_size + used.external_memory <= most * MEGABYTE) return;
    isFull = true;
    await worker.terminate();
  };
  const next = async (): Promise<Message> => {
    const left = Math.max(0, Math.min(patience, began + whole - performance.now()));
    const timer = setTimeout(() => void worker.terminate(), left);
    try {
      const { value, done } = await messages.next();
      const message = done ? undefined : value[0];
      if (message !== undefined) return message;
      throw new Unreadable(
        isFull ? problemOf("memory-limit", memory) : problemOf("time-limit", (left < patience ? whole : patience) / 1000),
      );
    } catch (failure) {
      signal.throwIfAborted();
      if (failure instanceof Error && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY")
        throw new Unreadable(problemOf("memory-limit", memory ?? heap), failure);
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  };
  return { next, ask: (request: unknown = "next") => worker.postMessage(request), close: () => worker.terminate() };
}
