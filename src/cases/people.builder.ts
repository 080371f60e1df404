import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { CaseDetail, MemberRole } from "#cases/cases.contract.ts";
import { openCase } from "#cases/open-case.command.ts";
import type { Database } from "#database/database.ts";
import type { Tables } from "#database/tables.ts";
import type { Department, Role } from "#offices/offices.contract.ts";
import type { Outcome } from "#refusals/refusal.ts";

/** Noon of a working day in China; the database's own clock decides who is a member today, so memberships in tests begin long before. */
export const NOW = new Date("2026-11-24T04:00:00Z");
export const LONG_AGO = "2020-01-01";

const OFFICES = [
  ["000000", "supreme", null],
  ["990000", "provincial", "000000"],
  ["990100", "city", "990000"],
  ["990101", "county", "990100"],
  ["990102", "county", "990100"],
] as const;

/** A small tree of invented offices and nobody in it. */
export async function buildOffices(owner: Kysely<Tables>): Promise<void> {
  for (const [code, level, parent] of OFFICES) {
    await owner
      .insertInto("offices")
      .values({ code, level, parent_code: parent, name_zh: `云岭${code}院`, name_en: `Office ${code}` })
      .execute();
  }
}

/** A person with the given roles; the county office 990101 unless another is named. */
export async function buildPerson(owner: Kysely<Tables>, name: string, roles: readonly Role[], officeCode = "990101"): Promise<Actor> {
  const [id, department]: [string, Department] = [randomUUID(), "criminal"];
  await owner
    .insertInto("persons")
    .values({ id, account: id, name, password_hash: "-", office_code: officeCode, department, roles: [...roles], disabled_at: null })
    .execute();
  return { personId: id, name, officeCode, department, roles: [...roles] };
}

export function askingOf(actor: Actor, now = NOW): Asking {
  return { actor, now, requestId: randomUUID() };
}

let number = 0;

/** A case opened by the actor, in prosecution review, with the given members added. */
export async function buildCase(
  database: Database,
  actor: Actor,
  members: readonly (readonly [Actor, MemberRole])[] = [],
): Promise<CaseDetail> {
  number += 1;
  const request = { requestId: randomUUID(), number: `云岭检刑诉受〔2026〕${number}号`, title: "张某侵犯公民个人信息案" };
  let detail = mustDo(await openCase(database, askingOf(actor), { ...request, stage: "prosecution-review", acceptedOn: LONG_AGO }));
  for (const [member, role] of members) {
    const action = { type: "add-member" as const, personId: member.personId, role, from: LONG_AGO, until: null };
    const change = { requestId: randomUUID(), expectedVersion: detail.version, action };
    detail = mustDo(await actOnCase(database, askingOf(actor), detail.id, change));
  }
  return detail;
}

/** The value of an outcome that a test takes for granted. */
export function mustDo<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.kind} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}
