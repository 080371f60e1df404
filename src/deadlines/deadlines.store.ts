import { sql } from "kysely";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";

export type DeadlineRow = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly state: DeadlineState;
  readonly due: string;
  readonly dueBefore: string | null;
  readonly reason: string | null;
  /** the clock whose move led this version */
  readonly ledBy: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
};

type NewVersion = Pick<DeadlineRow, "id" | "version" | "caseId" | "state" | "due" | "reason" | "ledBy"> & {
  readonly custody: boolean;
  readonly by: string;
  readonly at: Date;
};

/** @throws a unique violation when the version is there already; the caller holds the lock of the case's clocks */
export async function insertDeadline(
  tx: Tx,
  { id, version, caseId, state, due, reason, custody, ledBy, by, at }: NewVersion,
): Promise<void> {
  const values = { id, version, case_id: caseId, state: JSON.stringify(state), due, custody, open: state.done === null, reason };
  await tx
    .insertInto("deadlines")
    .values({ ...values, led_by: ledBy, changed_by: by, changed_at: at })
    .execute();
}

/** One change of a case's clocks at a time: a change moves what follows as well. */
export async function lockClocks(tx: Tx, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 7242020))`.execute(tx);
}

export async function findDeadline(tx: Tx, id: string): Promise<DeadlineRow | undefined> {
  const row = await newest(tx).where("d.id", "=", id).executeTakeFirst();
  return row && present(row);
}

/** Clocks of one case, those that ended included. */
export async function findDeadlinesOfCase(tx: Tx, caseId: string): Promise<DeadlineRow[]> {
  return (await newest(tx).where("d.case_id", "=", caseId).orderBy("d.due").orderBy("d.id").execute()).map(present);
}

/** Open clocks of every case the acting person sees, 500 at most: custody first, then by day. */
export async function findOpenDeadlines(tx: Tx): Promise<DeadlineRow[]> {
  const sight = await findSight(tx);
  const rows = newest(tx)
    .where(isInSight(sight, "d.case_office", "d.case_id"))
    .where("d.open", "=", true)
    .orderBy("d.custody", "desc")
    .orderBy("d.due")
    .orderBy("d.id")
    .limit(500);
  return (await rows.execute()).map(present);
}

/** Clocks by id, in the order of the ids; those that are not visible are left out. */
export async function findDeadlinesByIds(tx: Tx, ids: readonly string[]): Promise<DeadlineRow[]> {
  if (ids.length === 0) return [];
  const rows = (
    await newest(tx)
      .where("d.id", "in", [...ids])
      .execute()
  ).map(present);
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/** Clocks of several cases, those that ended included. */
export async function findDeadlinesOfCases(tx: Tx, cases: readonly string[]): Promise<DeadlineRow[]> {
  return cases.length === 0
    ? []
    : (
        await newest(tx)
          .where("d.case_id", "in", [...cases])
          .execute()
      ).map(present);
}

/** Open clocks of an office's cases, all of them; null: of every case the acting person sees. */
export async function findClocksOfOffice(tx: Tx, officeCode: string | null): Promise<DeadlineRow[]> {
  const open = newest(tx).where("d.open", "=", true).orderBy("d.due").orderBy("d.id");
  return (await (officeCode === null ? open : open.where("c.office_code", "=", officeCode)).execute()).map(present);
}

function newest(tx: Tx) {
  return tx
    .selectFrom("deadlines as d")
    .innerJoin("cases as c", "c.id", "d.case_id")
    .innerJoin("persons as p", "p.id", "d.changed_by")
    .leftJoin("deadlines as b", (join) => join.onRef("b.id", "=", "d.id").on("b.version", "=", sql<number>`d.version - 1`))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("deadlines as n").select("n.id").whereRef("n.id", "=", "d.id").where("n.version", "=", sql<number>`d.version + 1`),
        ),
      ),
    )
    .select(["d.id", "d.version", "d.case_id", "d.state", "d.due", "d.reason", "d.led_by", "d.changed_at", "b.due as due_before"])
    .select(["c.number", "c.title", "p.name as changed_by_name"]);
}

function present(row: Awaited<ReturnType<ReturnType<typeof newest>["execute"]>>[number]): DeadlineRow {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    state: DeadlineState.parse(row.state),
    due: row.due,
    dueBefore: row.due_before,
    reason: row.reason,
    ledBy: row.led_by,
    changedBy: row.changed_by_name,
    changedAt: row.changed_at,
  };
}
