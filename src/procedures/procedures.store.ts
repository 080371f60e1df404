import { sql } from "kysely";
import { MOST_COUNTED } from "#cases/cases.contract.ts";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import { fold, type ProcedureState } from "#procedures/procedure.ts";
import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import { ProcedureEvent } from "#procedures/procedures.contract.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };

/** Adds a procedure and its first event. Answers false when its number is taken (perhaps by one that is not visible). */
export async function insertProcedure(tx: Tx, id: string, event: ProcedureEvent, state: ProcedureState, by: By): Promise<boolean> {
  const inserted = await tx
    .insertInto("procedures")
    .values({
      id,
      case_id: state.caseId,
      kind: state.kind,
      number: state.number,
      title: state.title,
      office_code: state.officeCode,
      opened_on: state.openedOn,
      ...projection(state, true),
      updated_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  await insertProcedureEvent(tx, id, 1, event, by);
  return true;
}

/** Records one event. The key (procedure, version) makes two events of one version impossible. */
export async function insertProcedureEvent(tx: Tx, id: string, version: number, event: ProcedureEvent, by: By): Promise<void> {
  const { type, ...data } = ProcedureEvent.parse(event);
  await tx
    .insertInto("procedure_events")
    .values({ procedure_id: id, version, type, data: JSON.stringify(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectProcedure(tx: Tx, id: string, state: ProcedureState, open: boolean, now: Date): Promise<void> {
  await tx
    .updateTable("procedures")
    .set({ ...projection(state, open), updated_at: now })
    .where("id", "=", id)
    .execute();
}

function projection({ state, since, handler, version }: ProcedureState, open: boolean) {
  return { state, since, handler, open, version };
}

/** The procedure as the fold of its events; undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findProcedureState(tx: Tx, id: string, lock: "update" | "none"): Promise<ProcedureState | undefined> {
  const query = tx.selectFrom("procedures").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findProcedureEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findProcedureEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("procedure_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.procedure_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: ProcedureEvent.parse({ ...data, type }) }));
}

export async function insertClock(tx: Tx, procedureId: string, stepNumber: number, rule: string, deadlineId: string): Promise<void> {
  await tx
    .insertInto("procedure_clocks")
    .values({ procedure_id: procedureId, step_number: stepNumber, rule, deadline_id: deadlineId })
    .execute();
}

/** Clocks that steps of the procedure started, in the order of the steps. */
export async function findClocks(tx: Tx, procedureId: string) {
  return tx
    .selectFrom("procedure_clocks")
    .select(["step_number", "rule", "deadline_id"])
    .where("procedure_id", "=", procedureId)
    .orderBy("step_number")
    .orderBy("rule")
    .execute();
}

/** Procedures of a case, oldest first. */
export async function findIdsOfCase(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.selectFrom("procedures").select("id").where("case_id", "=", caseId).orderBy("opened_on").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

type Filter = {
  readonly kind: ProcedureKind | undefined;
  readonly state: string | undefined;
  readonly open: boolean | undefined;
  readonly page: number;
  readonly size: number;
};

/** One page of the procedures the acting person sees, last changed first, and how many there are. */
export async function findProcedures(tx: Tx, { kind, state, open, page, size }: Filter) {
  let query = tx
    .selectFrom("procedures as q")
    .innerJoin("offices as o", "o.code", "q.office_code")
    .innerJoin("persons as p", "p.id", "q.handler");
  const sight = await findSight(tx);
  // A procedure is seen with its case, or where it lies in an office that is seen; whoever sees no office looks by their cases alone.
  query = query.where(({ or }) =>
    or([
      isInSight(sight, "q.case_office", "q.case_id"),
      ...(sight.offices.length === 0 ? [] : [isInSight(sight, "q.office_code", "q.case_id")]),
    ]),
  );
  if (kind !== undefined) query = query.where("q.kind", "=", kind);
  if (state !== undefined) query = query.where("q.state", "=", state);
  if (open !== undefined) query = query.where("q.open", "=", open);
  const counted = query.select("q.id").limit(MOST_COUNTED).as("fitting");
  const { total } = await tx.selectFrom(counted).select(sql<string>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .select(["q.id", "q.case_id", "q.kind", "q.title", "q.number", "q.office_code", "q.handler", "q.state", "q.since", "q.open"])
    .select(["o.name_zh", "o.name_en", "p.name as handler_name"])
    .orderBy("q.updated_at", "desc")
    .orderBy("q.id")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total: Number(total), rows };
}

/** Names of an office and a person; null where there is none, or the person works no longer. */
export async function findOfficeName(tx: Tx, code: string): Promise<{ zh: string; en: string } | null> {
  const row = await tx.selectFrom("offices").select(["name_zh", "name_en"]).where("code", "=", code).executeTakeFirst();
  return row === undefined ? null : { zh: row.name_zh, en: row.name_en };
}
export async function findHandler(tx: Tx, id: string) {
  return tx.selectFrom("persons").select(["id", "name", "office_code", "roles", "disabled_at"]).where("id", "=", id).executeTakeFirst();
}
