import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";

/** A thread that reads a document of a kind a hostile file can choke: it answers when asked, within a time and a heap, or is ended. */
export type AskedThread<Message> = {
  /** Its next message. @throws Unreadable "time-limit" or "document-damaged" when it runs out of time or memory; the abort reason */
  readonly next: () => Promise<Message>;
  /** asks for the next message; `request` is what the thread is given */
  readonly ask: (request?: unknown) => void;
  readonly close: () => Promise<unknown>;
};

/** `patience` in milliseconds for each message, `heap` in megabytes. */
export function openThread<Message>(
  thread: URL,
  given: unknown,
  signal: AbortSignal,
  { patience, heap }: { readonly patience: number; readonly heap: number },
): AskedThread<Message> {
  const worker = new Worker(thread, { workerData: given, resourceLimits: { maxOldGenerationSizeMb: heap } });
  const messages: AsyncIterator<Message[]> = on(worker, "message", { signal, close: ["exit"] });
  const next = async (): Promise<Message> => {
    const timer = setTimeout(() => void worker.terminate(), patience);
    try {
      const { value, done } = await messages.next();
      const message = done ? undefined : value[0];
      if (message === undefined) throw new Unreadable(problemOf("time-limit", patience / 1000));
      return message;
    } catch (failure) {
      signal.throwIfAborted();
      if (failure instanceof Error && "code" in failure && failure.code === "ERR_WORKER_OUT_OF_MEMORY")
        throw new Unreadable(problemOf("document-damaged", `> ${heap} MB`), failure);
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  };
  return { next, ask: (request: unknown = "next") => worker.postMessage(request), close: () => worker.terminate() };
}
