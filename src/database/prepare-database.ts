import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { migrate } from "#database/migrate.ts";

export const APP_ROLE = "tandem_app";
const OLDEST = 15;

/** Addresses of the migrated database: the owner changes its shape, the application role does everything else. */
export type Prepared = { readonly ownerUrl: string; readonly appUrl: string; readonly applied: readonly string[] };

/** Makes sure that a database of this name exists in a cluster of ours. */
export async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  });
}

/**
 * The same path for the embedded and for an outside PostgreSQL: checks the version, makes the application role and its password
 * agree, migrates.
 * @throws with a sentence for the operator when the server is too old, out of reach, or the role may not be made
 */
export async function prepareDatabase(ownerUrl: string, appPassword: string, migrations: string): Promise<Prepared> {
  const appUrl = urlAs(ownerUrl, APP_ROLE, appPassword);
  await withClient(ownerUrl, async (client) => {
    await refuseOldServer(client);
    if (!(await canSignIn(appUrl))) await makeAppRole(client, appPassword);
    const database = await client.query<{ name: string }>("select current_database() as name");
    await client.query(`grant connect on database ${escapeIdentifier(database.rows[0]?.name ?? "")} to ${APP_ROLE}`);
    await client.query(`grant usage on schema public to ${APP_ROLE}`);
  });
  return { ownerUrl, appUrl, applied: await migrate(ownerUrl, migrations) };
}

async function refuseOldServer(client: Client): Promise<void> {
  const answer = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  requireVersion(Number(answer.rows[0]?.number), answer.rows[0]?.name ?? "");
}

/** @throws when the server is older than 15; `number` as PostgreSQL counts (150004 = 15.4) */
export function requireVersion(number: number, name: string): void {
  if (number >= OLDEST * 10_000) return;
  throw new Error(`PostgreSQL 版本为 ${name}，需要 ${OLDEST} 或更新。 / PostgreSQL is ${name}; ${OLDEST} or newer is needed.`);
}

/** Under a lock: two installations that start at once on one server would both try to make the role. */
async function makeAppRole(client: Client, password: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock(7242002)");
    const found = await client.query<{ risky: boolean }>("select rolsuper or rolbypassrls as risky from pg_roles where rolname = $1", [
      APP_ROLE,
    ]);
    if (found.rows[0]?.risky) throw new Error(`role ${APP_ROLE} is superuser or bypasses row-level security`);
    const verb = found.rowCount === 0 ? "create" : "alter";
    await client.query(
      `${verb} role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${escapeLiteral(password)}`,
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(
      `不能建立数据库角色 ${APP_ROLE}（${cause instanceof Error ? cause.message : String(cause)}）。请用有 CREATEROLE 权限的账号作 DATABASE_URL。 / cannot make the database role ${APP_ROLE}; DATABASE_URL must name an account with CREATEROLE.`,
      { cause },
    );
  }
}

async function canSignIn(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch {
    // Whatever the reason, the answer is to set the role's password; if the server itself is the trouble that will say so.
    return false;
  }
}

async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "tandem prepare", connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // the same error rejects the query below
  try {
    await client.connect();
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The same database as another role. */
export function urlAs(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = encodeURIComponent(password);
  return changed.href;
}
