import { sql } from "kysely";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { Tx } from "#database/database.ts";
import type { Office } from "#offices/offices.contract.ts";
import { clockOfNow, fold, type TransferState } from "#transfers/transfer.ts";
import { type FindTransfersQuery, TransferEvent } from "#transfers/transfers.contract.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };

/** Adds a transfer and the event that began it; false when the clue is under way already. */
export async function insertTransfer(tx: Tx, id: string, event: TransferEvent, state: TransferState, by: By): Promise<boolean> {
  const { target } = state;
  const inserted = await tx
    .insertInto("clue_transfers")
    .values({
      id,
      clue_id: state.clueId,
      kind: target.kind,
      direction: state.direction,
      from_office: state.from.office,
      from_department: state.from.department,
      to_department: target.kind === "department" ? target.department : null,
      to_organ: target.kind === "outside" ? target.name : null,
      title: state.title,
      document_id: state.documentId,
      sent_at: by.at,
      updated_at: by.at,
      ...projection(state),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  await insertTransferEvent(tx, id, 1, event, by);
  return true;
}

/** Records one event. The key (transfer, version) makes two events of one version impossible. */
export async function insertTransferEvent(tx: Tx, id: string, version: number, event: TransferEvent, by: By): Promise<void> {
  const { type, ...data } = TransferEvent.parse(event);
  await tx
    .insertInto("clue_transfer_events")
    .values({ transfer_id: id, version, type, data: JSON.stringify(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectTransfer(tx: Tx, id: string, state: TransferState, now: Date): Promise<void> {
  await tx
    .updateTable("clue_transfers")
    .set({ ...projection(state), updated_at: now })
    .where("id", "=", id)
    .execute();
}

function projection(state: TransferState) {
  const clock = clockOfNow(state);
  return {
    to_office: state.toOffice,
    status: state.status,
    forwarded: state.forwardedOn !== null,
    number: state.number,
    leg: clock?.leg ?? null,
    due: clock?.due ?? null,
    version: state.version,
  };
}

/** The transfer as the fold of its events; undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findTransferState(tx: Tx, id: string, lock: "update" | "none"): Promise<TransferState | undefined> {
  const query = tx.selectFrom("clue_transfers").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findTransferEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findTransferEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("clue_transfer_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.transfer_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: TransferEvent.parse({ ...data, type }) }));
}

/** The next number of the office in a year, `移2026-0001`: held until the end of the transaction, so that no two are the same. */
export async function nextNumber(tx: Tx, officeCode: string, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`transfer ${officeCode} ${year}`}, 7242002))`.execute(tx);
  const row = await tx
    .selectFrom("clue_transfers")
    .select(sql<string>`count(*)`.as("many"))
    .where("from_office", "=", officeCode)
    .where("number", "like", `移${year}-%`)
    .executeTakeFirstOrThrow();
  return `移${year}-${String(Number(row.many) + 1).padStart(4, "0")}`;
}

export async function findLevel(tx: Tx, code: string): Promise<Pick<Office, "code" | "level" | "parentCode" | "name"> | undefined> {
  const row = await tx.selectFrom("offices").selectAll().where("code", "=", code).executeTakeFirst();
  return row && { code: row.code, level: row.level, parentCode: row.parent_code, name: { zh: row.name_zh, en: row.name_en } };
}

/** Whether a procuratorate of its level transferred this clue to the office, which then took it. */
export async function cameSideways(tx: Tx, clueId: string, officeCode: string): Promise<boolean> {
  const row = await tx
    .selectFrom("clue_transfers")
    .select("id")
    .where("clue_id", "=", clueId)
    .where("direction", "=", "sideways")
    .where("to_office", "=", officeCode)
    .where("status", "in", ["accepted", "closed"])
    .executeTakeFirst();
  return row !== undefined;
}

/** One page of the transfers the acting person sees, the first to end first; how many stand in each status, and how many are overdue. */
export async function findTransferRows(tx: Tx, query: FindTransfersQuery, { officeCode, today }: { officeCode: string; today: string }) {
  const offices = await findClueOffices(tx);
  let fitting = tx
    .selectFrom("clue_transfers as t")
    .where((eb) =>
      eb.or([eb("t.from_office", "in", some(offices)), eb.and([eb("t.forwarded", "=", true), eb("t.to_office", "in", some(offices))])]),
    );
  if (query.side === "out") fitting = fitting.where("t.from_office", "=", officeCode);
  if (query.side === "in") fitting = fitting.where("t.to_office", "=", officeCode).where("t.forwarded", "=", true);
  if (query.clueId !== undefined) fitting = fitting.where("t.clue_id", "=", query.clueId);
  const counts = await fitting
    .select(["t.status", sql<string>`count(*)`.as("many"), sql<string>`count(*) filter (where t.due < ${today})`.as("overdue")])
    .groupBy("t.status")
    .execute();
  let chosen = fitting;
  if (query.open !== undefined) chosen = chosen.where("t.leg", query.open === "true" ? "is not" : "is", null);
  if (query.overdue === "true") chosen = chosen.where(sql<boolean>`t.due < ${today}`);
  const ids = await chosen
    .select(["t.id", sql<string>`count(*) over ()`.as("total")])
    .orderBy(sql`t.due asc nulls last`)
    .orderBy("t.updated_at", "desc")
    .orderBy("t.id")
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return {
    counts,
    total: Number(ids[0]?.total ?? 0),
    rows: await findTransferSummaries(
      tx,
      ids.map(({ id }) => id),
    ),
  };
}

/** Rows of transfers as lists show them, in the order of the ids. */
export async function findTransferSummaries(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("clue_transfers as t")
    .innerJoin("offices as f", "f.code", "t.from_office")
    .leftJoin("offices as o", "o.code", "t.to_office")
    .selectAll("t")
    .select(["f.name_zh as from_zh", "f.name_en as from_en", "o.name_zh as to_zh", "o.name_en as to_en"])
    .where("t.id", "in", [...ids])
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/** An empty list of offices sees nothing; SQL wants at least one value. */
function some(offices: readonly string[]): string[] {
  return offices.length === 0 ? ["------"] : [...offices];
}
