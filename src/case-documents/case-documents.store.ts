import { sql } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import { type DocumentKind, ReadingProgress, ReadingResult, type ReadingStatus } from "#case-documents/case-documents.contract.ts";
import { beginningProgress, isOver } from "#case-documents/reading.ts";
import type { Tx } from "#database/database.ts";
import { storable, storableText } from "#database/storable.ts";

type By = { readonly by: string; readonly at: Date };
type Words = { readonly zh: string; readonly en: string };

export async function insertDocument(
  tx: Tx,
  { id, caseId, evidenceId, kind, by, at }: { id: string; caseId: string; evidenceId: string; kind: DocumentKind } & By,
): Promise<void> {
  await tx
    .insertInto("case_documents")
    .values({ id, case_id: caseId, evidence_id: evidenceId, kind, attached_by: by, attached_at: at, part_from: null, part_to: null })
    .execute();
}

/** Adds the next reading of a document; its number follows from those there are. */
export async function insertReading(
  tx: Tx,
  { id, documentId, caseId, by, at }: { id: string; documentId: string; caseId: string } & By,
): Promise<void> {
  const last = await tx
    .selectFrom("document_readings")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("document_id", "=", documentId)
    .executeTakeFirst();
  await tx
    .insertInto("document_readings")
    .values({
      id,
      document_id: documentId,
      case_id: caseId,
      number: (last?.number ?? 0) + 1,
      status: "waiting",
      progress: JSON.stringify(beginningProgress("waiting", 0, at)),
      asked_by: by,
      asked_at: at,
      finished_at: null,
      problem: null,
      result: null,
    })
    .execute();
}

type ReadDocument = {
  readonly id: string;
  readonly readingId: string;
  readonly part: number;
  readonly name: string;
  readonly place: { readonly from: number; readonly to: number } | null;
  readonly kind: DocumentKind;
  readonly found: { readonly result: ReadingResult };
};
type OfBatch = { readonly batchId: string; readonly caseId: string; readonly evidenceId: string; readonly now: Date } & By;

/** Documents of a batch with their first readings, which are done. */
export async function insertReadDocuments(
  tx: Tx,
  { batchId, caseId, evidenceId, by, at, now }: OfBatch,
  documents: readonly ReadDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ id, part, name, place, kind }) => ({
    id,
    case_id: caseId,
    evidence_id: evidenceId,
    kind,
    attached_by: by,
    attached_at: at,
    batch_id: batchId,
    part,
    part_name: storableText(name),
    part_from: place?.from ?? null,
    part_to: place?.to ?? null,
  }));
  await tx.insertInto("case_documents").values(rows).execute();
  const progress = JSON.stringify({ ...beginningProgress("waiting", 1, now), step: "keeping" });
  const readings = documents.map(({ id, readingId, found }) => ({
    id: readingId,
    document_id: id,
    case_id: caseId,
    number: 1,
    status: "done" as const,
    progress,
    asked_by: by,
    asked_at: at,
    finished_at: now,
    problem: null,
    result: storable(found.result),
  }));
  await tx.insertInto("document_readings").values(readings).execute();
}

/** Documents with their names, newest first and those of a batch in its order: a page of a case, or the one with the id. */
export async function findDocuments(tx: Tx, by: ListedDocuments | { readonly id: string }) {
  const rows = tx
    .selectFrom("case_documents as d")
    .innerJoin("evidence_items as e", "e.id", "d.evidence_id")
    .innerJoin("evidence_objects as o", "o.sha256", "e.sha256")
    .innerJoin("persons as p", "p.id", "d.attached_by")
    .select(["d.id", "d.case_id", "d.evidence_id", "d.kind", "d.attached_at", "d.part", "d.part_name", "d.part_from", "d.part_to"])
    .select(["p.name as attached_by", "e.path", "e.sha256", "o.bytes"]);
  if ("id" in by) return rows.where("d.id", "=", by.id).execute();
  const { caseId, page, size, query = "" } = by;
  const found = await sql<{
    id: string;
  }>`select id from find_case_documents(${caseId}, ${query.trim()}, ${size}, ${(page - 1) * size})`.execute(tx);
  if (found.rows.length === 0) return [];
  const ids = found.rows.map(({ id }) => id);
  return rows.where("d.id", "in", ids).orderBy("d.attached_at", "desc").orderBy("d.part").orderBy("d.id").execute();
}
export type ListedDocuments = {
  readonly caseId: string;
  readonly page: number;
  readonly size: number;
  readonly query?: string | undefined;
};

/** How many documents of the case fit; none of a case whose rows the person does not see. */
export async function countDocuments(tx: Tx, { caseId, query = "" }: ListedDocuments): Promise<number> {
  const found = await sql<{ many: string }>`select count_case_documents(${caseId}, ${query.trim()}) as many`.execute(tx);
  return Number(found.rows[0]?.many);
}

/** Evidence of the case that is attached, whole or as a batch. */
export async function findAttachedEvidence(tx: Tx, caseId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from find_attached_evidence(${caseId})`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** The document with this evidence, if it is attached already. */
export async function findDocumentOf(tx: Tx, caseId: string, evidenceId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("case_documents")
    .select("id")
    .where("case_id", "=", caseId)
    .where("evidence_id", "=", evidenceId)
    .where("part", "=", 0)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Holds the document so that two changes of it come one after the other. Its case, or null when it is not visible. */
export async function holdDocument(tx: Tx, id: string): Promise<{ readonly caseId: string } | null> {
  const row = await tx.selectFrom("case_documents").select("case_id").where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7242005))`.execute(tx);
  return { caseId: row.case_id };
}

/** Readings of the documents, newest first, without what they found. */
export async function findReadings(tx: Tx, documentIds: readonly string[]) {
  if (documentIds.length === 0) return [];
  const rows = await tx
    .selectFrom("document_readings as r")
    .innerJoin("persons as p", "p.id", "r.asked_by")
    .select(["r.id", "r.document_id", "r.case_id", "r.number", "r.status", "r.progress", "r.asked_at", "r.finished_at", "r.problem"])
    .select("p.name as asked_by")
    .select(sql<number | null>`case when r.result is null then null else jsonb_array_length(r.result -> 'facts') end`.as("facts"))
    .where("r.document_id", "in", [...documentIds])
    .orderBy("r.number", "desc")
    .execute();
  return rows.map((row) => ({ ...row, progress: ReadingProgress.parse(row.progress) }));
}
export type ReadingRow = Awaited<ReturnType<typeof findReadings>>[number];

/** What the newest finished reading of a document found; null when none is done. */
export async function findResult(tx: Tx, documentId: string) {
  const row = await tx
    .selectFrom("document_readings")
    .select(["id", "number", "finished_at", "result"])
    .where("document_id", "=", documentId)
    .where("status", "=", "done")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row?.finished_at) return null;
  return { id: row.id, number: row.number, finishedAt: row.finished_at, result: ReadingResult.parse(row.result) };
}

/** A reading as the worker takes it, its row held; with the person who asked. */
export async function holdReading(tx: Tx, id: string) {
  const held = await tx.selectFrom("document_readings").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  if (!held) return null;
  const row = await tx
    .selectFrom("document_readings as r")
    .innerJoin("case_documents as d", "d.id", "r.document_id")
    .innerJoin("persons as p", "p.id", "r.asked_by")
    .select(["r.document_id", "r.case_id", "r.status", "r.progress", "d.evidence_id", "d.part", "d.part_name", "d.part_from", "d.part_to"])
    .select(["p.id as person_id", "p.name", "p.office_code", "p.department", "p.roles"])
    .where("r.id", "=", id)
    .executeTakeFirstOrThrow();
  const actor: Actor = {
    personId: row.person_id,
    name: row.name,
    officeCode: row.office_code,
    department: row.department,
    roles: row.roles,
  };
  const { document_id: documentId, case_id: caseId, evidence_id: evidenceId, status } = row;
  const part = row.part === 0 ? null : { part: row.part, name: row.part_name, place: placeOfPart(row) };
  return { documentId, caseId, evidenceId, part, status, progress: ReadingProgress.parse(row.progress), actor };
}

function placeOfPart({ part_from: from, part_to: to }: { readonly part_from: string | null; readonly part_to: string | null }) {
  return from === null || to === null ? null : { from: Number(from), to: Number(to) };
}

type Change = { readonly progress?: ReadingProgress; readonly problem?: Words; readonly result?: ReadingResult };

/** Brings a reading to a status. What stands in names of files and texts as jsonb refuses it is shown as what it is. */
export async function updateReading(tx: Tx, id: string, status: ReadingStatus, now: Date, change: Change = {}): Promise<void> {
  await tx
    .updateTable("document_readings")
    .set({
      status,
      ...(isOver(status) ? { finished_at: now } : {}),
      ...(change.progress ? { progress: JSON.stringify(change.progress) } : {}),
      ...(change.problem ? { problem: storable(change.problem) } : {}),
      ...(change.result ? { result: storable(change.result) } : {}),
    })
    .where("id", "=", id)
    .execute();
}

/** Tells how far a running attempt has come; answers the status and attempt that stand there, null when the row is gone. */
export async function tellProgress(tx: Tx, id: string, progress: ReadingProgress) {
  await tx
    .updateTable("document_readings")
    .set({ progress: JSON.stringify(progress) })
    .where("id", "=", id)
    .where("status", "=", "running")
    .where(sql<number>`(progress ->> 'attempt')::int`, "=", progress.attempt)
    .execute();
  const row = await tx.selectFrom("document_readings").select(["status", "progress"]).where("id", "=", id).executeTakeFirst();
  return row ? { status: row.status, attempt: ReadingProgress.parse(row.progress).attempt } : null;
}
