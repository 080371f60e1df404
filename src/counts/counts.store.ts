import { sql } from "kysely";
import type { z } from "zod";
import { isOver } from "#counts/count.ts";
import { Count, CountProgress, CountRow, type CountStatus, type FindRowsQuery } from "#counts/counts.contract.ts";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";
import { CountOptions, type CountResult } from "#scan/scan.contract.ts";

type NewCount = {
  id: string;
  caseId: string;
  options: CountOptions;
  evidenceIds: readonly string[];
  by: string;
  at: Date;
  progress: CountProgress;
};

export async function insertCount(tx: Tx, count: NewCount): Promise<void> {
  await tx
    .insertInto("counts")
    .values({
      id: count.id,
      case_id: count.caseId,
      status: "waiting",
      options: JSON.stringify(count.options),
      evidence_ids: [...count.evidenceIds],
      requested_by: count.by,
      requested_at: count.at,
      finished_at: null,
      problem: null,
      progress: JSON.stringify(count.progress),
      result: null,
    })
    .execute();
}

type Ending = { readonly problem?: { zh: string; en: string }; readonly result?: CountResult };

/** Sets status and progress together; an end has its time, a failure its problem, `done` its result, and nothing else has. */
export async function updateCount(tx: Tx, id: string, progress: CountProgress, now: Date, ending: Ending = {}): Promise<void> {
  await tx
    .updateTable("counts")
    .set({
      status: progress.status,
      progress: storable(CountProgress.parse(progress)),
      finished_at: isOver(progress.status) ? now : null,
      problem: ending.problem ? storable(ending.problem) : null,
      result: ending.result ? storable(ending.result) : null,
    })
    .where("id", "=", id)
    .execute();
}

/** Writes progress of an attempt that still runs; answers the status as it is now, which another may have changed to `cancelling`. */
export async function updateProgress(
  tx: Tx,
  id: string,
  progress: CountProgress,
): Promise<{ status: CountStatus; attempt: number } | undefined> {
  await tx
    .updateTable("counts")
    .set({ progress: storable(CountProgress.parse(progress)) })
    .where("id", "=", id)
    .where("status", "=", "running")
    .where(sql<number>`(progress ->> 'attempt')::int`, "=", progress.attempt)
    .execute();
  const row = await tx.selectFrom("counts").select(["status", "progress"]).where("id", "=", id).executeTakeFirst();
  return row && { status: row.status, attempt: row.progress.attempt };
}

/** The rows and the work-list of an attempt go. */
export async function deleteRows(tx: Tx, countId: string): Promise<void> {
  await tx.deleteFrom("count_rows").where("count_id", "=", countId).execute();
  await tx.deleteFrom("count_items").where("count_id", "=", countId).execute();
}

const ROWS_AT_ONCE = 500;

/** Adds kept rows; `seq` counts from 0 within tier, step and reason. */
export async function insertRows(
  tx: Tx,
  countId: string,
  rows: readonly { readonly seq: number; readonly row: CountRow }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = rows.slice(from, from + ROWS_AT_ONCE).map(({ seq, row }) => {
      return { count_id: countId, tier: row.tier, step: row.step, reason: row.reason ?? "", seq, row: storable(row) };
    });
    await tx.insertInto("count_rows").values(values).execute();
  }
}

/** One page of kept rows in the order of the evidence, and how many are kept. */
export async function findRowRows(tx: Tx, countId: string, query: z.infer<typeof FindRowsQuery>) {
  let fitting = tx.selectFrom("count_rows").where("count_id", "=", countId).where("tier", "=", query.tier).where("step", "=", query.step);
  if (query.reason !== undefined) fitting = fitting.where("reason", "=", query.reason);
  const { kept } = await fitting.select(sql<string>`count(*)`.as("kept")).executeTakeFirstOrThrow();
  const rows = await fitting
    .select("row")
    .orderBy("reason")
    .orderBy("seq")
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return { kept: Number(kept), items: rows.map(({ row }) => CountRow.parse(row)) };
}

/** A visible count; `lock` holds the row until the end of the transaction. */
export async function findCountRow(tx: Tx, id: string, lock: "update" | "none") {
  if (lock === "update") await tx.selectFrom("counts").select("id").where("id", "=", id).forUpdate().execute();
  return rows(tx).select("k.result").where("k.id", "=", id).executeTakeFirst();
}

/** Visible counts that fit, newest first, 100 at most, without their figures. */
export async function findCountRows(tx: Tx, filter: { readonly running: boolean; readonly caseId: string | null }) {
  let query = rows(tx);
  if (filter.running) query = query.where("k.status", "in", ["waiting", "running", "cancelling"]);
  if (filter.caseId !== null) query = query.where("k.case_id", "=", filter.caseId);
  return query.orderBy("k.requested_at", "desc").orderBy("k.id").limit(100).execute();
}

/** The fields of a count that go out. */
export function presentCount(row: Awaited<ReturnType<typeof findCountRows>>[number]): Count {
  return Count.parse({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    status: row.status,
    options: CountOptions.parse(row.options),
    evidenceIds: row.evidence_ids,
    requestedBy: row.requested_by_name,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    problem: row.problem,
    progress: { ...row.progress, status: row.status },
  });
}

function rows(tx: Tx) {
  return tx
    .selectFrom("counts as k")
    .innerJoin("cases as c", "c.id", "k.case_id")
    .innerJoin("persons as p", "p.id", "k.requested_by")
    .select(["k.id", "k.case_id", "c.number", "c.title", "k.status", "k.options", "k.evidence_ids", "k.requested_at", "k.finished_at"])
    .select(["k.problem", "k.progress", "p.name as requested_by_name"]);
}
