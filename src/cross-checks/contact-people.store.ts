import type { Tx } from "#database/database.ts";
import { Role } from "#offices/offices.contract.ts";

/** A person who works here still; undefined when there is none. */
export async function findColleague(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("persons")
    .select(["name", "office_code", "department", "roles"])
    .where("id", "=", id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return row && { name: row.name, officeCode: row.office_code, department: row.department, roles: Role.array().parse(row.roles) };
}

export async function findOfficeName(tx: Tx, code: string): Promise<{ zh: string; en: string }> {
  const row = await tx.selectFrom("offices").select(["name_zh", "name_en"]).where("code", "=", code).executeTakeFirstOrThrow();
  return { zh: row.name_zh, en: row.name_en };
}
