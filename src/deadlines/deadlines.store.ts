import { sql } from "kysely";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import type { BoardScope } from "#deadlines/deadline-board.store.ts";
import type { DeadlineCursor } from "#deadlines/deadline-cursor.ts";
import { DeadlineState } from "#deadlines/deadlines.contract.ts";

export type DeadlineRow = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly state: DeadlineState;
  readonly due: string;
  readonly custody: boolean;
  readonly dueBefore: string | null;
  readonly reason: string | null;
  /** the clock whose move led this version */
  readonly ledBy: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
};

type NewVersion = Pick<DeadlineRow, "id" | "version" | "caseId" | "state" | "due" | "custody" | "reason" | "ledBy"> & {
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

/**
 * Open clocks of every case the acting person sees, custody first, then by day: those behind the cursor, `size` at most. Custody and the rest are
 * two walks of the index, each begun where the cursor stands: a later page costs no more than the first one.
 */
export async function findOpenDeadlines(tx: Tx, after: DeadlineCursor | undefined, size: number): Promise<DeadlineRow[]> {
  const sight = await findSight(tx);
  const found: DeadlineRow[] = [];
  for (const custody of after?.custody === false ? [false] : [true, false]) {
    if (found.length === size) break;
    let open = newest(tx)
      .where(isInSight(sight, "d.case_office", "d.case_id"))
      .where("d.open", "=", true)
      .where("d.custody", "=", custody)
      .orderBy("d.due")
      .orderBy("d.id")
      .limit(size - found.length);
    if (after?.custody === custody) open = open.where(sql<boolean>`(d.due, d.id) > (${after.due}::date, ${after.id}::uuid)`);
    found.push(...(await open.execute()).map(present));
  }
  return found;
}

/** Open clocks of a scope that are over or end by `until`, all of them, by day. */
export async function findClocksUntil(tx: Tx, scope: BoardScope, until: string): Promise<DeadlineRow[]> {
  const open = newest(tx).where("d.open", "=", true).where("d.due", "<=", until).orderBy("d.due").orderBy("d.id");
  const within =
    scope.kind === "office"
      ? open.where("d.case_office", "=", scope.officeCode)
      : open.where(sql<boolean>`d.case_id = any (${sql.val(scope.cases)}::uuid[])`);
  return (await within.execute()).map(present);
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
    .select([
      "d.id",
      "d.version",
      "d.case_id",
      "d.state",
      "d.due",
      "d.custody",
      "d.reason",
      "d.led_by",
      "d.changed_at",
      "b.due as due_before",
    ])
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
    custody: row.custody,
    dueBefore: row.due_before,
    reason: row.reason,
    ledBy: row.led_by,
    changedBy: row.changed_by_name,
    changedAt: row.changed_at,
  };
}
