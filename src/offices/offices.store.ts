import type { Tx } from "#database/database.ts";
import type { Office, Person } from "#offices/offices.contract.ts";

/** Answers at most this many persons: a list to choose from, not a register to copy. */
const MOST_PERSONS = 50;

/** Every office, parents before children by code. */
export async function findOfficeRows(tx: Tx): Promise<Office[]> {
  const rows = await tx.selectFrom("offices").selectAll().orderBy("code").execute();
  return rows.map((row) => ({ code: row.code, level: row.level, parentCode: row.parent_code, name: { zh: row.name_zh, en: row.name_en } }));
}

/** Persons in service whose name or account holds the query, of one office if given. */
export async function findPersonRows(tx: Tx, filters: { query?: string | undefined; officeCode?: string | undefined }): Promise<Person[]> {
  const { query, officeCode } = filters;
  const pattern = query ? `%${query.replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await tx
    .selectFrom("persons")
    .select(["id", "account", "name", "office_code", "department", "roles"])
    .where("disabled_at", "is", null)
    .$if(pattern !== null, (select) => select.where((e) => e.or([e("name", "ilike", pattern), e("account", "ilike", pattern)])))
    .$if(officeCode !== undefined, (select) => select.where("office_code", "=", officeCode ?? ""))
    .orderBy("office_code")
    .orderBy("account")
    .limit(MOST_PERSONS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    account: row.account,
    name: row.name,
    officeCode: row.office_code,
    department: row.department,
    roles: row.roles,
  }));
}

/** Keeps an office; false when the code is taken. */
export async function insertOffice(tx: Tx, office: Office): Promise<boolean> {
  const result = await tx
    .insertInto("offices")
    .values({ code: office.code, level: office.level, parent_code: office.parentCode, name_zh: office.name.zh, name_en: office.name.en })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Keeps a person; false when the account is taken. */
export async function insertPerson(tx: Tx, person: Person, passwordHash: string): Promise<boolean> {
  const result = await tx
    .insertInto("persons")
    .values({
      id: person.id,
      account: person.account,
      name: person.name,
      password_hash: passwordHash,
      office_code: person.officeCode,
      department: person.department,
      roles: person.roles,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column("account").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
