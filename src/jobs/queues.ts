import type { Queue } from "pg-boss";
import type { QueueName } from "#jobs/jobs.ts";

export const SCHEMA = "pgboss";

/** The queue that gets a job's data when its last attempt failed; see JobHandler.abandoned. */
export function abandonedOf(queue: QueueName): string {
  return `${queue}-abandoned`;
}

/** A count of terabytes runs for days; only a silent worker ends an attempt, never the clock. */
const LONGEST_RUN = 24 * 3600 - 1;
const COMMON = {
  policy: "standard",
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: LONGEST_RUN,
  retryLimit: 4,
  retryDelay: 1,
  retryBackoff: true,
};

const names: readonly QueueName[] = ["count-evidence"];

/** Queues in the order they are made: the one that takes the abandoned first, since the other names it. */
export const QUEUES: readonly { readonly name: string; readonly options: Omit<Queue, "name"> }[] = names.flatMap((name) => [
  { name: abandonedOf(name), options: { ...COMMON, retryLimit: 1000 } },
  { name, options: { ...COMMON, policy: "exclusive", deadLetter: abandonedOf(name) } },
]);
