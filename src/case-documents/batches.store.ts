import { sql } from "kysely";
import type { Actor } from "#access/access.contract.ts";
import type { BatchProblem } from "#case-documents/batches.contract.ts";
import type { DocumentKind, ReadingStatus } from "#case-documents/case-documents.contract.ts";
import { isOver } from "#case-documents/reading.ts";
import type { Tx } from "#database/database.ts";
import { storable, storableText } from "#database/storable.ts";

type NewBatch = { id: string; caseId: string; evidenceId: string; kind: DocumentKind | null; by: string; at: Date };

export async function insertBatch(tx: Tx, { id, caseId, evidenceId, kind, by, at }: NewBatch): Promise<void> {
  await tx
    .insertInto("document_batches")
    .values({
      id,
      case_id: caseId,
      evidence_id: evidenceId,
      kind,
      status: "waiting",
      total: null,
      asked_by: by,
      asked_at: at,
      updated_at: at,
      finished_at: null,
      problem: null,
    })
    .execute();
}

/** Batches of a case, newest first, 100 at most; or the one with the id. */
export async function findBatches(tx: Tx, by: { readonly caseId: string } | { readonly id: string }) {
  const rows = tx
    .selectFrom("document_batches as b")
    .innerJoin("evidence_items as e", "e.id", "b.evidence_id")
    .innerJoin("persons as p", "p.id", "b.asked_by")
    .selectAll("b")
    .select(["e.path", "p.name as asked_by_name"]);
  const chosen = "id" in by ? rows.where("b.id", "=", by.id) : rows.where("b.case_id", "=", by.caseId);
  return chosen.orderBy("b.asked_at", "desc").orderBy("b.id").limit(100).execute();
}

/** The batch made of this evidence, if there is one. */
export async function findBatchOf(tx: Tx, caseId: string, evidenceId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("document_batches")
    .select("id")
    .where("case_id", "=", caseId)
    .where("evidence_id", "=", evidenceId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A batch as the worker takes it, its row held; with the person who asked. */
export async function holdBatch(tx: Tx, id: string) {
  const held = await tx.selectFrom("document_batches").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!held) return null;
  const person = await tx
    .selectFrom("persons")
    .select(["id", "name", "office_code", "department", "roles"])
    .where("id", "=", held.asked_by)
    .executeTakeFirstOrThrow();
  const { id: personId, name, office_code: officeCode, department, roles } = person;
  const actor: Actor = { personId, name, officeCode, department, roles };
  const { case_id: caseId, evidence_id: evidenceId, kind, status, attempt, next_part: nextPart, entered, refused } = held;
  const [done, askedAt, tryingPart, tries] = [Number(held.done), held.asked_at, held.trying_part, held.tries];
  return { caseId, evidenceId, kind, status, attempt, nextPart, done, entered, refused, actor, askedAt, tryingPart, tries };
}
export type HeldBatch = NonNullable<Awaited<ReturnType<typeof holdBatch>>>;

export type BatchChange = Partial<Record<"attempt" | "nextPart" | "done" | "total" | "entered" | "refused", number>> & {
  readonly problem?: { readonly zh: string; readonly en: string };
};

/** Which attempt a batch is at, and whether it is still wanted: looked at without waiting for whoever holds it. */
export async function findBatchState(tx: Tx, id: string) {
  return (await tx.selectFrom("document_batches").select(["status", "attempt"]).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Notes which part is tried, the how-manieth time, before it is: should the worker die of it. */
export async function tellTrying(tx: Tx, id: string, part: number, tries: number): Promise<void> {
  await tx.updateTable("document_batches").set({ trying_part: part, tries }).where("id", "=", id).execute();
}

/** Brings a batch to a status. What it failed with is forgotten when it goes on. */
export async function updateBatch(tx: Tx, id: string, status: ReadingStatus, now: Date, change: BatchChange = {}): Promise<void> {
  const { nextPart, problem, ...figures } = change;
  await tx
    .updateTable("document_batches")
    .set({
      status,
      updated_at: now,
      finished_at: isOver(status) ? now : null,
      problem: status === "failed" && problem ? JSON.stringify(problem) : null,
      ...figures,
      // what was tried is behind the batch then
      ...(nextPart === undefined ? {} : { next_part: nextPart, trying_part: null, tries: 0 }),
    })
    .where("id", "=", id)
    .execute();
}

export async function insertProblems(tx: Tx, batchId: string, caseId: string, problems: readonly BatchProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ part, name, problem }) => ({
    batch_id: batchId,
    case_id: caseId,
    part,
    name: name === null ? null : storableText(name),
    problem: storable(problem),
  }));
  await tx.insertInto("document_batch_problems").values(rows).execute();
}

/** The first problems of each batch. */
export async function findProblems(tx: Tx, batchIds: readonly string[], many: number) {
  const found = await sql<{ batch_id: string; part: number; name: string | null; problem: unknown }>`
    select p.batch_id, p.part, p.name, p.problem from unnest(${[...batchIds]}::uuid[]) as b (id)
    cross join lateral (select * from document_batch_problems where batch_id = b.id order by part limit ${many}) p`.execute(tx);
  return found.rows;
}
