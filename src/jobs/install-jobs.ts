import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { QUEUES, SCHEMA } from "#jobs/queues.ts";

/** Makes or migrates pg-boss's schema and the queues, as the owner, and lets the application role use them but not change their shape. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const errors: Error[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  try {
    for (const { name, options } of QUEUES) {
      if (await boss.getQueue(name)) {
        const { policy: _fixed, ...changeable } = options;
        await boss.updateQueue(name, changeable);
      } else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (errors[0]) throw errors[0];
  await grantUse(ownerUrl);
}

async function grantUse(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`grant usage on schema ${SCHEMA} to tandem_app`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to tandem_app`);
    await client.query(`grant usage, select on all sequences in schema ${SCHEMA} to tandem_app`);
    await client.query(`grant execute on all functions in schema ${SCHEMA} to tandem_app`);
  } finally {
    await client.end();
  }
}
