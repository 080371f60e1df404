import { parentPort } from "node:worker_threads";
import type { ThreadMessage, ThreadOrder } from "#scan/threads/pool.ts";
import { runTask } from "#scan/threads/task-table.ts";

/** A thread of the pool: does one task after the other, as it is told. */
const MOST_UNHEARD = 3;
const port = parentPort;
if (port === null) throw new Error("scan.thread.ts runs as a thread of the pool only");

let unheard = 0;
let wake: (() => void) | null = null;

const say = (message: ThreadMessage, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, [...transfer]);

port.on("message", (order: ThreadOrder) => {
  if (order.kind === "heard") {
    unheard--;
    wake?.();
    return;
  }
  unheard = 0;
  void runTask(order.name, order.input, {
    tell: (note, transfer) => {
      if (note.kind === "marks") unheard++;
      say({ kind: "note", note }, transfer);
    },
    heard: async () => {
      while (unheard > MOST_UNHEARD) await new Promise<void>((resolve) => (wake = resolve));
    },
  }).then(
    ({ answer, transfer }) => say({ kind: "answer", answer }, transfer),
    (failure: unknown) => say({ kind: "failure", failure: failure instanceof Error ? failure : new Error(String(failure)) }),
  );
});
