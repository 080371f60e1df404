import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Acting, Database } from "#database/database.ts";
import type { Tables } from "#database/tables.ts";

const DATE = 1082;
/** A statement of the workbench that runs longer than this is a bug or an attack; the server cuts it off. */
const STATEMENT_TIMEOUT = 30_000;
/** A transaction that waits for its own program this long was forgotten; it must not hold locks for ever. */
const IDLE_TIMEOUT = 60_000;

export type OpenOptions = {
  /** connections at most; default 10 */
  readonly connections?: number;
  /** milliseconds; 0 = without limit (migrations, the owner's work) */
  readonly statementTimeout?: number;
  /** told when an idle connection breaks; the pool has dropped it already and the next query opens a new one */
  readonly onLostConnection?: (error: Error) => void;
};

/**
 * Opens the pool; no connection is made before the first query.
 * `date` comes as 'YYYY-MM-DD' (a plain day has no time zone), `bigint` and `numeric` as string (no loss), `timestamptz` as Date.
 */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const pool = openKysely(url, options);
  return {
    pool,
    transact: (acting, run) =>
      pool.transaction().execute(async (tx) => {
        const setting = settingOf(acting);
        if (setting) await sql`select set_config(${setting.name}, ${setting.value}, true)`.execute(tx);
        return run(tx);
      }),
    ping: async () => {
      const start = performance.now();
      await sql`select 1`.execute(pool);
      return performance.now() - start;
    },
    close: () => pool.destroy(),
  };
}

/** Kysely over a pool of its own, without the acting person: for the owner role (migrations, tests). */
export function openKysely(url: string, options: OpenOptions = {}): Kysely<Tables> {
  const timeout = options.statementTimeout ?? STATEMENT_TIMEOUT;
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: timeout,
    idle_in_transaction_session_timeout: timeout === 0 ? 0 : Math.max(IDLE_TIMEOUT, timeout),
    application_name: "tandem",
    types: { getTypeParser: (oid, format) => (oid === DATE ? (value: string) => value : types.getTypeParser(oid, format)) },
  });
  // Without a listener a restart of PostgreSQL would end the whole process by an unhandled 'error' event.
  pool.on("error", (error) => options.onLostConnection?.(error));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function settingOf(acting: Acting): { name: string; value: string } | null {
  switch (acting.as) {
    case "person":
      return { name: "tandem.person", value: acting.actor.personId };
    case "worker":
      return { name: "tandem.worker", value: "on" };
    case "nobody":
      return null;
  }
}
