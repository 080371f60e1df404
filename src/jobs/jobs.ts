import { z } from "zod";
import type { Tx } from "#database/database.ts";

/** Every queue there is, and what its jobs carry. A job names rows, it never holds what stands in them. */
export const QueueJobs = {
  "count-evidence": z.object({ countId: z.uuid() }),
  "draw-null-set": z.object({ nullSetId: z.uuid() }),
  "read-document": z.object({ readingId: z.uuid() }),
  "read-batch": z.object({ batchId: z.uuid() }),
  "mend-documents": z.object({ runId: z.uuid() }),
  "replay-lexicon": z.object({ replayId: z.uuid() }),
  "enter-judgments": z.object({ importId: z.uuid() }),
} as const;
export type QueueName = keyof typeof QueueJobs;
export type QueueJob<Q extends QueueName> = z.infer<(typeof QueueJobs)[Q]>;

export type JobHandler<Q extends QueueName> = {
  /**
   * Does the job. Called again from the start (attempt 2, 3, …) after a throw or after the worker died in the middle, so it must
   * be safe to repeat. `signal` aborts when the worker is asked to stop: throw then, and the job is taken up again at the next
   * start without costing an attempt.
   */
  readonly run: (job: QueueJob<Q>, context: { readonly signal: AbortSignal; readonly attempt: number }) => Promise<void>;
  /** Told once when the last attempt (see queues.ts) failed or its worker died; the row that asked for the job must not wait for ever. */
  readonly abandoned: (job: QueueJob<Q>) => Promise<void>;
};

/** What the server needs: asking for jobs. */
export type Jobs = {
  /**
   * Creates the job in the caller's transaction: it exists if and only if the row that asks for it does, and no worker sees it
   * before the commit. While a job with the same key waits or runs, a second one is not made. Answers whether one was made.
   */
  enqueue<Q extends QueueName>(tx: Tx, queue: Q, job: QueueJob<Q>, key: string): Promise<boolean>;
  /** jobs waiting and running, for the metrics */
  count(queue: QueueName): Promise<{ readonly waiting: number; readonly running: number }>;
  /** Takes jobs of the queue one at a time until `close`. Only for jobs opened with `takes: true`: the worker process. */
  work<Q extends QueueName>(queue: Q, handler: JobHandler<Q>): Promise<void>;
  /** Takes no more jobs, aborts the running ones' signal, waits for them up to 10 s and lets go of the rest. */
  close(): Promise<void>;
};
