import type { Queue } from "pg-boss";
import type { QueueName } from "#jobs/jobs.ts";

export const SCHEMA = "pgboss";

/** The queue that gets a job's content when its last attempt failed; see JobHandler.abandoned. */
export function abandonedOf(queue: QueueName): string {
  return `${queue}-abandoned`;
}

/** The longest pg-boss allows for one attempt. A worker that fell silent is noticed by its heartbeat, long before. */
const LONGEST_RUN = 24 * 3600 - 1;
const COMMON = { notify: true, heartbeatSeconds: 10, expireInSeconds: LONGEST_RUN, retryDelay: 1, retryBackoff: true };

const names: readonly QueueName[] = [
  "count-evidence",
  "draw-null-set",
  "read-document",
  "read-batch",
  "mend-documents",
  "replay-lexicon",
  "enter-judgments",
];

/** Queues in the order they are made: the one that takes the abandoned first, since the other names it. */
export const QUEUES: readonly { readonly name: string; readonly options: Omit<Queue, "name"> }[] = names.flatMap((name) => [
  { name: abandonedOf(name), options: { ...COMMON, policy: "standard", retryLimit: 1000 } },
  { name, options: { ...COMMON, policy: "exclusive", retryLimit: 5, retryBackoff: false, retryDelay: 0, deadLetter: abandonedOf(name) } },
]);
