import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { Client } from "pg";
import { inject } from "vitest";
import type { Database } from "#database/database.ts";
import { readMigrations } from "#database/migrate.ts";
import { openDatabase, openKysely } from "#database/open-database.ts";
import { prepareDatabase } from "#database/prepare-database.ts";
import type { Tables } from "#database/tables.ts";
import { installJobs } from "#jobs/install-jobs.ts";

const MIGRATIONS = fileURLToPath(new URL("../../migrations", import.meta.url));
const TEST_PASSWORD = "only-in-the-test-cluster";

export type TestDatabase = {
  /** as the application role, as the server and the worker see it */
  readonly database: Database;
  /** as the owner: sees and may change everything; for arranging and for looking behind row-level security */
  readonly owner: Kysely<Tables>;
  /** address as the application role */
  readonly url: string;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
};

/** A fresh migrated database (jobs included) in the cluster of the test run, copied from a template in some 50 ms. */
export async function buildTestDatabase(): Promise<TestDatabase> {
  const cluster = inject("testCluster");
  const template = await prepareTemplate(cluster);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await run(cluster, `create database ${name} template ${template}`);
  const ownerUrl = urlOf(cluster, name);
  const app = new URL(ownerUrl);
  app.username = "tandem_app";
  app.password = TEST_PASSWORD;
  const database = openDatabase(app.href, { connections: 6 });
  const owner = openKysely(ownerUrl, { connections: 3 });
  return {
    database,
    owner,
    url: app.href,
    ownerUrl,
    close: async () => {
      await Promise.all([database.close(), owner.destroy()]);
      await run(cluster, `drop database ${name} with (force)`);
    },
  };
}

/** The first test file to come makes the template, the others wait for it; its name changes with the migrations. */
async function prepareTemplate(cluster: string): Promise<string> {
  const mark = createHash("sha256").update(
    readMigrations(MIGRATIONS)
      .map((file) => file.sha256)
      .join(),
  );
  const name = `template_${mark.digest("hex").slice(0, 12)}`;
  const client = new Client({ connectionString: cluster });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7242003)");
    const found = await client.query("select 1 from pg_database where datname = $1 and datistemplate", [name]);
    if (found.rowCount === 0) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      const prepared = await prepareDatabase(urlOf(cluster, name), TEST_PASSWORD, MIGRATIONS);
      await installJobs(prepared.ownerUrl);
      await client.query(`alter database ${name} is_template true`);
    }
    return name;
  } finally {
    await client.end();
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}
