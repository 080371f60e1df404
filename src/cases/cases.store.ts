import { sql } from "kysely";
import { type CaseState, fold, type Membership } from "#cases/case.ts";
import { CaseEvent } from "#cases/case-event.contract.ts";
import type { Party } from "#cases/cases.contract.ts";
import type { Tx } from "#database/database.ts";

/** Adds the case of an `opened` event with its projection. Answers false when the number is taken (perhaps by a case that is not visible). */
export async function insertCase(tx: Tx, id: string, state: CaseState, now: Date): Promise<boolean> {
  const { number, title, offence, stage, officeCode, acceptedOn, version } = state;
  const inserted = await tx
    .insertInto("cases")
    .values({
      id,
      number,
      title,
      offence,
      stage,
      office_code: officeCode,
      accepted_on: acceptedOn,
      version,
      created_at: now,
      updated_at: now,
    })
    // Without a named column: the policy for reading is then not asked of a row whose members are not there yet.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  await projectMembers(tx, id, [], state.members);
  return true;
}

/** Records one event. The key (case, version) makes two events of one version impossible. */
export async function insertEvent(
  tx: Tx,
  caseId: string,
  version: number,
  event: CaseEvent,
  by: { readonly personId: string; readonly at: Date; readonly requestId: string },
): Promise<void> {
  const { type, ...data } = CaseEvent.parse(event);
  await tx
    .insertInto("case_events")
    .values({ case_id: caseId, version, type, data: JSON.stringify(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

/** Brings the projection from the state before an event to the state after it, in the caller's transaction. */
export async function projectCase(tx: Tx, id: string, before: CaseState, after: CaseState, now: Date): Promise<void> {
  const { title, stage, version } = after;
  await tx.updateTable("cases").set({ title, stage, version, updated_at: now }).where("id", "=", id).execute();
  await projectParties(tx, id, before.parties, after.parties);
  await projectMembers(tx, id, before.members, after.members);
}

async function projectParties(tx: Tx, caseId: string, before: readonly Party[], after: readonly Party[]): Promise<void> {
  for (const party of after.filter((one) => !before.includes(one))) {
    const { id, kind, role, name, note } = party;
    const known = before.some((one) => one.id === id);
    if (known) await tx.updateTable("case_parties").set({ kind, role, name, note }).where("id", "=", id).execute();
    else await tx.insertInto("case_parties").values({ id, case_id: caseId, kind, role, name, note }).execute();
  }
  for (const { id } of before.filter((one) => !after.some((other) => other.id === one.id))) {
    await tx.deleteFrom("case_parties").where("id", "=", id).execute();
  }
}

async function projectMembers(tx: Tx, caseId: string, before: readonly Membership[], after: readonly Membership[]): Promise<void> {
  for (const { personId, role, from, until } of after.filter((one) => !before.includes(one))) {
    const key = { case_id: caseId, person_id: personId, role, from_day: from };
    const known = before.some((one) => one.personId === personId && one.role === role && one.from === from);
    if (known) {
      await tx
        .updateTable("case_members")
        .set({ until_day: until })
        .where((where) => where.and(key))
        .execute();
    } else
      await tx
        .insertInto("case_members")
        .values({ ...key, until_day: until })
        .execute();
  }
}

/** The case as the fold of its events, or undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findCaseState(tx: Tx, id: string, lock: "update" | "none"): Promise<CaseState | undefined> {
  const query = tx.selectFrom("cases").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findEvents(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom("case_events")
    .innerJoin("persons", "persons.id", "case_events.person_id")
    .select(["version", "type", "data", "at", "persons.name as by"])
    .where("case_id", "=", caseId)
    .orderBy("version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: CaseEvent.parse({ ...data, type }) }));
}

/** Names of persons by id. */
export async function findNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("persons")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Roles of a person who may still act, or null. */
export async function findRoles(tx: Tx, personId: string) {
  const row = await tx.selectFrom("persons").select("roles").where("id", "=", personId).where("disabled_at", "is", null).executeTakeFirst();
  return row?.roles ?? null;
}

/** Number, stage, office and members of a visible case. `share` keeps the stage from changing until the transaction ends. */
export async function findFactsRow(tx: Tx, id: string, lock: "share" | "none") {
  const query = tx.selectFrom("cases").select(["number", "title", "stage", "office_code"]).where("id", "=", id);
  const row = await (lock === "share" ? query.forShare() : query).executeTakeFirst();
  if (!row) return undefined;
  const members = await tx
    .selectFrom("case_members")
    .selectAll()
    .where("case_id", "=", id)
    .orderBy("from_day")
    .orderBy("person_id")
    .execute();
  return { ...row, members };
}

/** Clocks of a case that still run: rule and last day as it was told. */
export async function findRunningClocks(tx: Tx, caseId: string): Promise<{ readonly rule: string; readonly due: string }[]> {
  return tx
    .selectFrom("deadlines as d")
    .select([sql<string>`d.state ->> 'rule'`.as("rule"), "d.due"])
    .where("d.case_id", "=", caseId)
    .where("d.open", "=", true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("deadlines as n").select("n.id").whereRef("n.id", "=", "d.id").where("n.version", "=", sql<number>`d.version + 1`),
        ),
      ),
    )
    .orderBy("d.due")
    .execute();
}

/** Summaries of the given visible cases, in the order of the ids. */
export async function findSummaries(tx: Tx, ids: readonly string[], today: string) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("cases as c")
    .innerJoin("offices as o", "o.code", "c.office_code")
    .selectAll("c")
    .select(["o.name_zh", "o.name_en"])
    .select((from) => [
      from
        .selectFrom("case_members as m")
        .innerJoin("persons as p", "p.id", "m.person_id")
        .select("p.name")
        .whereRef("m.case_id", "=", "c.id")
        .where("m.role", "=", "owner")
        .where("m.from_day", "<=", today)
        .where((open) => open.or([open("m.until_day", "is", null), open("m.until_day", ">=", today)]))
        .orderBy("m.from_day", "desc")
        .limit(1)
        .as("owner"),
      from.selectFrom("evidence_items as e").select(sql<string>`count(*)`.as("n")).whereRef("e.case_id", "=", "c.id").as("evidence"),
      from
        .selectFrom("counts as k")
        .select(sql<string>`count(*)`.as("n"))
        .whereRef("k.case_id", "=", "c.id")
        .where("k.status", "in", ["waiting", "running", "cancelling"])
        .as("counts_running"),
      from
        .selectFrom("assessments as a")
        .select(sql<string | null>`a.answer ->> 'band'`.as("band"))
        .whereRef("a.case_id", "=", "c.id")
        .where("a.signed_at", "is not", null)
        .orderBy("a.signed_at", "desc")
        .limit(1)
        .as("signed_band"),
    ])
    .where("c.id", "in", [...ids])
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

export async function findSuspectRows(tx: Tx, caseIds: readonly string[]) {
  return tx
    .selectFrom("case_parties")
    .select(["case_id", "id", "name"])
    .where("case_id", "in", [...caseIds])
    .where("kind", "=", "natural-person")
    .where("role", "in", ["suspect", "defendant"])
    .orderBy("name")
    .execute();
}
