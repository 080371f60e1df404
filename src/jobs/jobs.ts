import type { Tx } from "#database/database.ts";

/** Every queue there is, and what its jobs carry. A job names rows, it never holds what stands in them. */
export type QueueJobs = {
  readonly "count-evidence": { readonly countId: string };
};
export type QueueName = keyof QueueJobs;

export type JobHandler<Q extends QueueName> = {
  /**
   * Does the job. Called again from the start (attempt 2, 3, …) after a throw or after the worker died in the middle, so it must
   * be safe to repeat. `signal` aborts when the worker is asked to stop: throw then, and the job is taken up again at the next start.
   */
  readonly run: (job: QueueJobs[Q], context: { readonly signal: AbortSignal; readonly attempt: number }) => Promise<void>;
  /** Told once when the last attempt failed or its worker died; the row that asked for the job must not wait for ever. */
  readonly abandoned: (job: QueueJobs[Q]) => Promise<void>;
};

export type Jobs = {
  /**
   * Creates the job in the caller's transaction: it exists if and only if the row that asks for it does, and no worker sees it
   * before the commit. While a job with the same key waits or runs, a second one is not made.
   */
  enqueue<Q extends QueueName>(tx: Tx, queue: Q, job: QueueJobs[Q], key: string): Promise<void>;
  /** Takes jobs of the queue one at a time until `close`. Worker process only. */
  work<Q extends QueueName>(queue: Q, handler: JobHandler<Q>): Promise<void>;
  /** Takes no more jobs, aborts the running ones' signal, waits for them up to 10 s, lets go of the rest. */
  close(): Promise<void>;
};
