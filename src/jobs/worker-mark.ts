import { Client } from "pg";

const LOCK = 7_242_010;

/**
 * Marks this worker as alive by a lock that its connection holds: PostgreSQL itself takes it away when the process dies.
 * Runs `whenAlone` first if no other worker lives: every job marked active then belongs to a dead one. A predecessor killed a
 * moment ago may still seem alive, so the question is asked for two seconds.
 * @returns a function that takes the mark away
 */
export async function markWorkerAlive(
  url: string,
  onError: (error: Error) => void,
  whenAlone: () => Promise<void>,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url, application_name: "tandem worker mark", keepAlive: true });
  // Losing this connection costs a successor some seconds (it must wait for missed heartbeats), nothing else.
  client.on("error", onError);
  await client.connect();
  let isAlone = false;
  for (const until = Date.now() + 2000; !isAlone && Date.now() < until; ) {
    const answer = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [LOCK]);
    isAlone = answer.rows[0]?.got === true;
    if (!isAlone) await client.query("select pg_sleep(0.1)");
  }
  if (isAlone) {
    await whenAlone();
    await client.query("select pg_advisory_unlock($1)", [LOCK]);
  }
  await client.query("select pg_advisory_lock_shared($1)", [LOCK]);
  return () => client.end();
}
