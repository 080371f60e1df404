import { fromKysely, PgBoss } from "pg-boss";
import type { z } from "zod";
import { type JobHandler, type Jobs, type QueueJob, QueueJobs, type QueueName } from "#jobs/jobs.ts";
import { abandonedOf, QUEUES, SCHEMA } from "#jobs/queues.ts";
import { markWorkerAlive } from "#jobs/worker-mark.ts";

const PATIENCE = 10_000;
const POLLING = { includeMetadata: true, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, heartbeatRefreshSeconds: 3 } as const;

export type OpenJobsOptions = {
  /** true in the worker: it looks after the queues and may call `work` */
  readonly takes: boolean;
  /** told of trouble pg-boss goes on from (a lost connection, a slow query); it tries again by itself */
  readonly onError: (error: Error) => void;
};

/** Opens the job queue as the application role. The schema must be installed (install-jobs.ts). */
export async function openJobs(url: string, options: OpenJobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "tandem jobs",
    max: options.takes ? 4 : 2,
    // The application role owns nothing: no migration, no rebuilding of indexes.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    registerInstance: false,
    useListenNotify: options.takes,
    supervise: options.takes,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", options.onError);
  await boss.start();
  const unmark = options.takes ? await markWorkerAlive(url, options.onError, () => releaseJobsOfTheDead(boss)) : null;
  const closing = new AbortController();
  return {
    enqueue: async (tx, queue, job, key) =>
      (await boss.send(queue, QueueJobs[queue].parse(job), { singletonKey: key, db: fromKysely(tx) })) !== null,
    count: async (queue) => {
      const answer = await boss
        .getDb()
        .executeSql(
          `select count(*) filter (where state < 'active') as waiting, count(*) filter (where state = 'active') as running from ${SCHEMA}.job where name = $1`,
          [queue],
        );
      return { waiting: Number(answer.rows[0]?.waiting), running: Number(answer.rows[0]?.running) };
    },
    work: (queue, handler) => takeJobs(boss, closing.signal, queue, handler),
    close: async () => {
      closing.abort(new Error("the worker is stopping"));
      await boss.stop({ graceful: true, timeout: PATIENCE });
      await unmark?.();
    },
  };
}

async function takeJobs<Q extends QueueName>(boss: PgBoss, closing: AbortSignal, queue: Q, handler: JobHandler<Q>): Promise<void> {
  await boss.work<unknown, void, typeof POLLING>(abandonedOf(queue), POLLING, async ([job]) => {
    if (job) await handler.abandoned(parseJob(queue, job.data));
  });
  await boss.work<unknown, void, typeof POLLING>(queue, POLLING, async ([job]) => {
    if (!job) return;
    try {
      await handler.run(parseJob(queue, job.data), { signal: AbortSignal.any([job.signal, closing]), attempt: job.retryCount + 1 });
    } catch (error) {
      if (closing.aborted)
        await boss
          .getDb()
          .executeSql(`update ${SCHEMA}.job set retry_limit = retry_limit + 1 where name = $1 and id = $2`, [queue, job.id]);
      throw error;
    }
  });
}

/** Their attempt counts as failed, so that a job which kills its worker each time comes to an end. */
async function releaseJobsOfTheDead(boss: PgBoss): Promise<void> {
  for (const { name } of QUEUES) {
    const found = await boss.getDb().executeSql(`select id from ${SCHEMA}.job where name = $1 and state = 'active'`, [name]);
    const ids = found.rows.map((row) => String(row.id));
    if (ids.length > 0) await boss.fail(name, ids, { message: "the worker died" });
  }
}

/** The shape of each queue's jobs, so that the compiler keeps a queue and its job together. */
const SHAPES: { readonly [Q in QueueName]: z.ZodType<QueueJob<Q>> } = QueueJobs;

function parseJob<Q extends QueueName>(queue: Q, job: unknown): QueueJob<Q> {
  return SHAPES[queue].parse(job);
}
