import { Worker } from "node:worker_threads";
import type { SourceNote, TaskAnswer, TaskInput, TaskName, Tasks } from "#scan/threads/tasks.ts";

export type ThreadOrder =
  | { readonly kind: "task"; readonly name: TaskName; readonly input: Tasks[TaskName]["input"] }
  | { readonly kind: "heard" };
export type ThreadMessage =
  | { readonly kind: "note"; readonly note: SourceNote }
  | { readonly kind: "answer"; readonly answer: Tasks[TaskName]["answer"] }
  | { readonly kind: "failure"; readonly failure: Error };

export type TaskExtras = {
  /** buffers that go over to the thread without being copied; they are empty here afterwards */
  readonly transfer?: readonly ArrayBuffer[];
  /** hears what the task says on its way; marks count as taken when what it answers has resolved */
  readonly onNote?: (note: SourceNote) => Promise<void> | void;
};

/** Threads that do tasks: each one at a time, in the order in which they were asked for. */
export type ThreadPool = {
  readonly size: number;
  /** @throws what the task threw; the abort reason; an Error when a thread died, after which no other task is done either */
  readonly run: <Name extends TaskName>(name: Name, input: TaskInput<Name>, extras?: TaskExtras) => Promise<TaskAnswer<Name>>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly order: ThreadOrder;
  readonly extras: TaskExtras;
  readonly resolve: (answer: Tasks[TaskName]["answer"]) => void;
  readonly reject: (failure: unknown) => void;
};

/** Opens a pool of `size` threads; each starts when there is work for it. When the signal is raised, all are ended and every task fails. */
export function openPool(size: number, signal: AbortSignal, thread: URL = new URL("./scan.thread.ts", import.meta.url)): ThreadPool {
  const free: Worker[] = [];
  const working = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  let broken: { readonly because: unknown } | null = null;

  const breakOff = (because: unknown) => {
    if (broken !== null) return;
    broken = { because };
    for (const { reject } of [...working.values(), ...queue.splice(0)]) reject(because);
    const all = [...working.keys(), ...free.splice(0)];
    working.clear();
    for (const worker of all) void worker.terminate();
  };
  const stop = () => breakOff(signal.reason);

  const start = (): Worker => {
    const worker = new Worker(thread);
    worker.on("error", breakOff);
    // A thread ends by itself only when it was killed or ran out of memory: what it was doing would never be answered.
    worker.on("exit", (code) => breakOff(new Error(`清点线程意外退出 a thread of the count ended by itself (${code})`)));
    worker.on("message", (message: ThreadMessage) => hear(worker, message));
    return worker;
  };

  const hear = (worker: Worker, message: ThreadMessage) => {
    const task = working.get(worker);
    if (task === undefined) return;
    if (message.kind === "note") {
      const { note } = message;
      const heard = async () => task.extras.onNote?.(note);
      heard().then(() => note.kind === "marks" && worker.postMessage({ kind: "heard" } satisfies ThreadOrder), breakOff);
      return;
    }
    working.delete(worker);
    free.push(worker);
    if (message.kind === "answer") task.resolve(message.answer);
    else task.reject(message.failure);
    next();
  };

  const next = () => {
    while (queue.length > 0 && broken === null) {
      const worker = free.pop() ?? (working.size < size ? start() : undefined);
      if (worker === undefined) return;
      const task = queue.shift();
      if (task === undefined) return;
      working.set(worker, task);
      try {
        worker.postMessage(task.order, [...(task.extras.transfer ?? [])]);
      } catch (failure) {
        breakOff(failure); // what cannot be sent is a mistake of ours
      }
    }
  };

  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return {
    size,
    run: <Name extends TaskName>(name: Name, input: TaskInput<Name>, extras: TaskExtras = {}) =>
      new Promise<TaskAnswer<Name>>((resolve, reject) => {
        if (broken !== null) return reject(broken.because);
        // The thread answers the task it was given: the answer is of the name's type.
        queue.push({ order: { kind: "task", name, input }, extras, resolve, reject });
        next();
      }),
    close: async () => {
      signal.removeEventListener("abort", stop);
      const all = [...working.keys(), ...free];
      breakOff(new Error("the pool was closed"));
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
