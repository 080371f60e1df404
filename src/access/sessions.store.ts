import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import type { Office, Person } from "#offices/offices.contract.ts";

/** The person behind an account with what sign-in needs; null when there is none. */
export async function findAccount(
  tx: Tx,
  account: string,
): Promise<{ person: Person; office: Office; passwordHash: string; disabledAt: Date | null } | null> {
  const row = await personsWithOffice(tx)
    .select(["p.disabled_at", sql<string>`password_hash_of(p.id)`.as("password_hash")])
    .where("p.account", "=", account.trim().toLowerCase())
    .executeTakeFirst();
  return row ? { ...personAndOffice(row), passwordHash: row.password_hash, disabledAt: row.disabled_at } : null;
}

export type KeptSession = {
  readonly person: Person;
  readonly office: Office;
  readonly csrfHash: Buffer;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly personDisabledAt: Date | null;
};

/** The session of a hashed secret, ended and expired ones included; null when there never was one. */
export async function findSessionRow(tx: Tx, tokenHash: Buffer): Promise<KeptSession | null> {
  const row = await personsWithOffice(tx)
    .innerJoin("sessions as s", "s.person_id", "p.id")
    .select(["s.csrf_hash", "s.last_seen_at", "s.expires_at", "s.ended_at", "p.disabled_at"])
    .where("s.token_hash", "=", tokenHash)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...personAndOffice(row),
    csrfHash: row.csrf_hash,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    personDisabledAt: row.disabled_at,
  };
}

/** Keeps a new session. */
export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; csrfHash: Buffer; personId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto("sessions")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      csrf_hash: session.csrfHash,
      created_at: session.createdAt,
      last_seen_at: session.createdAt,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
}

/** Slides the idle time of a session on; never back, whichever request comes last. */
export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable("sessions").set({ last_seen_at: now }).where("token_hash", "=", tokenHash).where("last_seen_at", "<", now).execute();
}

/** Ends a session; answers whether it was alive. */
export async function endSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable("sessions")
    .set({ ended_at: now })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Lets attempts on one account happen one after the other, until the end of the transaction: guesses at once are still counted one by one. */
export async function queueForAccount(tx: Tx, accountHash: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${accountHash.readBigInt64BE(0)})`.execute(tx);
}

/** Times of the failed sign-ins of an account since `from`. */
export async function findFailures(tx: Tx, accountHash: Buffer, from: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom("sign_in_failures")
    .select("at")
    .where("account_hash", "=", accountHash)
    .where("at", ">", from)
    .execute();
  return rows.map((row) => row.at);
}

export async function insertFailure(tx: Tx, accountHash: Buffer, at: Date): Promise<void> {
  await tx.insertInto("sign_in_failures").values({ account_hash: accountHash, at }).execute();
}

export async function deleteFailures(tx: Tx, accountHash: Buffer): Promise<void> {
  await tx.deleteFrom("sign_in_failures").where("account_hash", "=", accountHash).execute();
}

function personsWithOffice(tx: Tx) {
  return tx
    .selectFrom("persons as p")
    .innerJoin("offices as o", "o.code", "p.office_code")
    .select(["p.id", "p.account", "p.name", "p.department", "p.roles", "o.code", "o.level", "o.parent_code", "o.name_zh", "o.name_en"]);
}

type PersonRow = {
  id: string;
  account: string;
  name: string;
  department: Person["department"];
  roles: Person["roles"];
  code: string;
  level: Office["level"];
  parent_code: string | null;
  name_zh: string;
  name_en: string;
};

function personAndOffice(row: PersonRow): { person: Person; office: Office } {
  return {
    person: { id: row.id, account: row.account, name: row.name, officeCode: row.code, department: row.department, roles: row.roles },
    office: { code: row.code, level: row.level, parentCode: row.parent_code, name: { zh: row.name_zh, en: row.name_en } },
  };
}
