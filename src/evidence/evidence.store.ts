import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import { BLANK_CUSTODY } from "#evidence/custody.ts";
import type { Custody } from "#evidence/evidence.contract.ts";
import { EvidenceEvent, type RecordedEvent } from "#evidence/evidence-event.contract.ts";
import type { StoredObject } from "#evidence/vault.ts";

/** Registers stored bytes; the same content registered before stays as it is. */
export async function insertObject(tx: Tx, { sha256, sm3, bytes, wrappedKey, chunkBytes }: StoredObject, now: Date): Promise<void> {
  await tx
    .insertInto("evidence_objects")
    .values({
      sha256: fromHex(sha256),
      sm3: fromHex(sm3),
      bytes,
      wrapped_key: Buffer.from(wrappedKey),
      chunk_bytes: chunkBytes,
      stored_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertItem(
  tx: Tx,
  item: { id: string; caseId: string; path: string; sha256: string; at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto("evidence_items")
    .values({
      id: item.id,
      case_id: item.caseId,
      path: item.path,
      sha256: fromHex(item.sha256),
      custody: JSON.stringify(BLANK_CUSTODY),
      version: 1,
      taken_in_at: item.at,
      taken_in_by: item.by,
      verified_at: null,
      verified_intact: null,
      verified_problem: null,
    })
    .execute();
}

type Change = { readonly custody?: Custody; readonly verified?: { readonly intact: boolean; readonly problem: string | null } };

/** Records one event as the given version of the item and keeps its projection. `by` null = the worker. */
export async function recordEvent(
  tx: Tx,
  evidenceId: string,
  version: number,
  event: EvidenceEvent,
  by: { readonly personId: string | null; readonly at: Date; readonly requestId: string },
): Promise<void> {
  const { type, ...data } = EvidenceEvent.parse(event);
  await tx
    .insertInto("evidence_events")
    .values({
      evidence_id: evidenceId,
      version,
      type,
      data: JSON.stringify(data),
      person_id: by.personId,
      at: by.at,
      request_id: by.requestId,
    })
    .execute();
  if (version === 1) return;
  const change: Change =
    event.type === "custody-recorded" ? { custody: event.custody } : event.type === "verified" ? { verified: event } : {};
  await tx
    .updateTable("evidence_items")
    .set({
      version,
      ...(change.custody ? { custody: JSON.stringify(change.custody) } : {}),
      ...(change.verified
        ? { verified_at: by.at, verified_intact: change.verified.intact, verified_problem: change.verified.problem }
        : {}),
    })
    .where("id", "=", evidenceId)
    .execute();
}

/** A visible item with what is known of its bytes; `lock` holds the row until the end of the transaction. */
export async function findItem(tx: Tx, id: string, lock: "update" | "none") {
  if (lock === "update") await tx.selectFrom("evidence_items").select("id").where("id", "=", id).forUpdate().execute();
  return (await itemRows(tx).where("i.id", "=", id).execute()).map(parseItem)[0];
}

/** Items of a visible case, in the order of their paths. */
export async function findItems(tx: Tx, caseId: string) {
  return (await itemRows(tx).where("i.case_id", "=", caseId).orderBy("i.path").orderBy("i.taken_in_at").orderBy("i.id").execute()).map(
    parseItem,
  );
}

export type ItemRow = ReturnType<typeof parseItem>;

/** Recorded events of the items, oldest first, by item. */
export async function findItemEvents(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("evidence_events as e")
    .leftJoin("persons as p", "p.id", "e.person_id")
    .select(["e.evidence_id", "e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.evidence_id", "=", sql<string>`any(${sql.val(ids)}::uuid[])`)
    .orderBy("e.version")
    .execute();
  const events = new Map<string, RecordedEvent[]>(ids.map((id) => [id, []]));
  for (const { evidence_id, version, type, data, at, by } of rows) {
    events.get(evidence_id)?.push({ version, at, by, event: EvidenceEvent.parse({ ...data, type }) });
  }
  return events;
}

/**
 * Records on many items at once that a count reads them. They are locked in the order of their ids, so that two counts that begin
 * together cannot wait for each other. Answers how many there are.
 */
export async function recordReadings(tx: Tx, ids: readonly string[], countId: string, at: Date): Promise<number> {
  const chosen = sql<string>`any(${sql.val(ids)}::uuid[])`;
  const found = await tx.selectFrom("evidence_items").select("id").where("id", "=", chosen).orderBy("id").forUpdate().execute();
  const data = JSON.stringify({ countId });
  await sql`insert into evidence_events (evidence_id, version, type, data, person_id, at, request_id)
    select id, version + 1, 'read-for-count', ${data}::jsonb, null, ${at}, ${countId} from evidence_items where id = ${chosen}`.execute(tx);
  await tx
    .updateTable("evidence_items")
    .set((item) => ({ version: item("version", "+", 1) }))
    .where("id", "=", chosen)
    .execute();
  return found.length;
}

/** Items with what is known of their bytes, in the order of their paths. */
export async function findItemsOf(tx: Tx, ids: readonly string[]) {
  const chosen = sql<string>`any(${sql.val(ids)}::uuid[])`;
  return (await itemRows(tx).where("i.id", "=", chosen).execute()).map(parseItem);
}

/** Finds the other items of a case with the same bytes; `sha256` null = for all of the case's items. */
export async function findTwins(tx: Tx, caseId: string, sha256: string | null): Promise<(id: string, sha256: string) => string[]> {
  let query = tx.selectFrom("evidence_items").select(["id", "sha256"]).where("case_id", "=", caseId);
  if (sha256 !== null) query = query.where("sha256", "=", fromHex(sha256));
  const rows = await query.orderBy("taken_in_at").orderBy("id").execute();
  const bySha = Map.groupBy(rows, (row) => row.sha256.toString("hex"));
  return (id, ofSha) => (bySha.get(ofSha) ?? []).map((row) => row.id).filter((other) => other !== id);
}

function itemRows(tx: Tx) {
  return tx
    .selectFrom("evidence_items as i")
    .innerJoin("evidence_objects as o", "o.sha256", "i.sha256")
    .innerJoin("persons as p", "p.id", "i.taken_in_by")
    .select([
      "i.id",
      "i.case_id",
      "i.path",
      "i.sha256",
      "i.version",
      "i.taken_in_at",
      "i.verified_at",
      "i.verified_intact",
      "i.verified_problem",
    ])
    .select(["o.sm3", "o.bytes", "p.name as taken_in_by_name"]);
}

function parseItem(row: Awaited<ReturnType<ReturnType<typeof itemRows>["execute"]>>[number]) {
  const verification =
    row.verified_at === null
      ? null
      : { at: row.verified_at.toISOString(), intact: row.verified_intact === true, problem: row.verified_problem };
  return {
    id: row.id,
    caseId: row.case_id,
    path: row.path,
    bytes: Number(row.bytes),
    sha256: row.sha256.toString("hex"),
    sm3: row.sm3.toString("hex"),
    takenInAt: row.taken_in_at.toISOString(),
    takenInBy: row.taken_in_by_name,
    verification,
    version: row.version,
  };
}

function fromHex(text: string): Buffer {
  return Buffer.from(text, "hex");
}
