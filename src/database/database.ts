import type { Kysely, Transaction } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import type { Tables } from "#database/tables.ts";

/** A transaction as the application role, with the acting person set for row-level security. Commands and stores take this, never the pool. */
export type Tx = Transaction<Tables>;

/** On whose behalf a transaction runs: a signed-in person, the worker (which acts for nobody), or nobody yet (sign-in). */
export type Acting = { readonly as: "person"; readonly actor: Actor } | { readonly as: "worker" } | { readonly as: "nobody" };

/** The open database. `transact` is the only way to rows: it begins, sets `tandem.person` / `tandem.worker`, runs, commits, or rolls back on a throw. */
export type Database = {
  readonly pool: Kysely<Tables>;
  transact<T>(acting: Acting, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** answers in milliseconds how long `select 1` took; throws when the database is out of reach */
  ping(): Promise<number>;
  close(): Promise<void>;
};
