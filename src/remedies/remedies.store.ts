import type { Tx } from "#database/database.ts";
import type { RemedyEvent, StoredEvent } from "#remedies/fold-remedy.ts";
import type { RemedyKind } from "#remedies/remedies.contract.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };
export type RemedyRow = { readonly id: string; readonly caseId: string; readonly kind: RemedyKind; readonly version: number };

/** Adds a record and the event it begins with. */
export async function insertRemedy(tx: Tx, row: Omit<RemedyRow, "version">, event: RemedyEvent, by: By): Promise<void> {
  const values = { id: row.id, case_id: row.caseId, kind: row.kind, version: 1, begun_at: by.at, updated_at: by.at };
  await tx.insertInto("remedies").values(values).execute();
  await insertRemedyEvent(tx, row.id, 1, event, by);
}

/** Records one event; the key (record, version) makes two of one version impossible. */
export async function insertRemedyEvent(tx: Tx, id: string, version: number, event: RemedyEvent, by: By): Promise<void> {
  const { type, ...data } = event;
  await tx
    .insertInto("remedy_events")
    .values({ remedy_id: id, version, type, data: JSON.stringify(data), person_id: by.personId, at: by.at, request_id: by.requestId })
    .execute();
}

export async function moveRemedy(tx: Tx, id: string, version: number, now: Date): Promise<void> {
  await tx.updateTable("remedies").set({ version, updated_at: now }).where("id", "=", id).execute();
}

/** The record, locked until the transaction ends; undefined when there is none or it is not visible. */
export async function lockRemedy(tx: Tx, id: string): Promise<RemedyRow | undefined> {
  const row = await tx
    .selectFrom("remedies")
    .select(["id", "case_id", "kind", "version"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { id: row.id, caseId: row.case_id, kind: row.kind, version: row.version };
}

/** Records of a case, the oldest first. */
export async function findRemediesOfCase(tx: Tx, caseId: string): Promise<RemedyRow[]> {
  const rows = await tx
    .selectFrom("remedies")
    .select(["id", "case_id", "kind", "version"])
    .where("case_id", "=", caseId)
    .orderBy("begun_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, caseId: row.case_id, kind: row.kind, version: row.version }));
}

/** Events by record, the oldest first. */
export async function findRemedyEvents(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const events = new Map<string, StoredEvent[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return events;
  const rows = await tx
    .selectFrom("remedy_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.remedy_id", "e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.remedy_id", "in", [...ids])
    .orderBy("e.version")
    .execute();
  for (const { remedy_id, version, type, data, at, by } of rows)
    events.get(remedy_id)?.push({ version, by, at: at.toISOString(), event: { ...data, type } });
  return events;
}
