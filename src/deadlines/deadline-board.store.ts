import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import { findSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import type { Tables } from "#database/tables.ts";
import type { BoardBucket } from "#deadlines/deadline-board.contract.ts";

/**
 * Whose clocks are looked at: a whole office, found by its part of the index, or single cases. Both are bounded: an office of thousands of cases,
 * never a country.
 */
export type BoardScope =
  | { readonly kind: "office"; readonly officeCode: string; readonly offices: number }
  | { readonly kind: "own"; readonly officeCode: string; readonly cases: readonly string[]; readonly offices: number };

/** The whole office where the acting person sees it; otherwise the cases they work on today, of that office where one was asked for. */
export async function findBoardScope(
  tx: Tx,
  ownOffice: string,
  asked: string | undefined,
  mine: boolean,
  personId: string,
): Promise<BoardScope> {
  const sight = await findSight(tx);
  const officeCode = asked ?? ownOffice;
  const offices = sight.offices.length;
  if (!mine && sight.offices.includes(officeCode)) return { kind: "office", officeCode, offices };
  return { kind: "own", officeCode, offices, cases: mine ? await findOwnCases(tx, personId) : sight.cases };
}

/** Cases on whose team a person is today. */
export async function findOwnCases(tx: Tx, personId: string): Promise<string[]> {
  const rows = await sql<{ case_id: string }>`
    select distinct case_id from case_members
    where person_id = ${personId} and from_day <= ${TODAY} and (until_day is null or until_day >= ${TODAY})`.execute(tx);
  return rows.rows.map(({ case_id }) => case_id);
}

const TODAY = sql`(now() at time zone 'Asia/Shanghai')::date`;
/** The clock rests: its last day is only known when it goes on. */
const SUSPENDED = sql<boolean>`d.state @? '$.suspensions[*] ? (@.until == null)'`;

/** In one pass over the scope: clocks by bucket, custody and person in charge. `until`: the last day that stands by itself. */
export async function countClocks(tx: Tx, scope: BoardScope, today: string, until: string): Promise<BoardRow[]> {
  const bucket = sql<BoardBucket>`case when ${SUSPENDED} then 'suspended' when d.due < ${today}::date then 'over'
    when d.due > ${until}::date then 'later' else d.due::text end`;
  const rows = await open(tx, scope)
    .select([bucket.as("bucket"), "d.custody", "o.person_id", sql<string>`count(*)`.as("clocks")])
    .groupBy([sql`1`, "d.custody", "o.person_id"])
    .execute();
  return rows.map((row) => ({ bucket: row.bucket, custody: row.custody, personId: row.person_id, clocks: Number(row.clocks) }));
}
export type BoardRow = {
  readonly bucket: BoardBucket;
  readonly custody: boolean;
  readonly personId: string | null;
  readonly clocks: number;
};

/** Open cases of the scope by person in charge. */
export async function countCases(tx: Tx, scope: BoardScope): Promise<{ readonly personId: string | null; readonly cases: number }[]> {
  const rows = await sql<{ person_id: string | null; cases: string }>`
    select o.person_id, count(*) as cases from cases c left join lateral ${ownerOf("c.id")} o on true
    where c.stage <> 'closed' and ${scope.kind === "office" ? sql`c.office_code = ${scope.officeCode}` : sql`c.id = any (${sql.val(scope.cases)}::uuid[])`}
    group by o.person_id`.execute(tx);
  return rows.rows.map(({ person_id, cases }) => ({ personId: person_id, cases: Number(cases) }));
}

export async function findNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("persons")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type DayFilter = {
  readonly bucket: BoardBucket;
  readonly custody: boolean | undefined;
  readonly personId: string | null | undefined;
  readonly page: number;
  readonly size: number;
};

/** Ids of one bucket's clocks, a page of them, custody first and then by day, and how many there are. */
export async function findClockIds(
  tx: Tx,
  scope: BoardScope,
  today: string,
  until: string,
  { bucket, custody, personId, page, size }: DayFilter,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  let fitting = open(tx, scope).where(inBucket(bucket, today, until));
  if (custody !== undefined) fitting = fitting.where("d.custody", "=", custody);
  if (personId !== undefined)
    fitting = personId === null ? fitting.where("o.person_id", "is", null) : fitting.where("o.person_id", "=", personId);
  const rows = await fitting
    .select(["d.id", sql<string>`count(*) over ()`.as("total")])
    .orderBy("d.custody", "desc")
    .orderBy("d.due")
    .orderBy("d.id")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.total ?? 0) };
}

/** Clocks of these cases that are over or end by `until`, resting ones left out. */
export async function countDue(tx: Tx, cases: readonly string[], today: string, until: string): Promise<{ over: number; soon: number }> {
  const scope = { kind: "own" as const, officeCode: "", offices: 0, cases };
  const row = await open(tx, scope)
    .where(sql<boolean>`not (${SUSPENDED})`)
    .where("d.due", "<=", until)
    .select([
      sql<string>`count(*) filter (where d.due < ${today}::date)`.as("over"),
      sql<string>`count(*) filter (where d.due >= ${today}::date)`.as("soon"),
    ])
    .executeTakeFirstOrThrow();
  return { over: Number(row.over), soon: Number(row.soon) };
}

function inBucket(bucket: BoardBucket, today: string, until: string): RawBuilder<boolean> {
  if (bucket === "suspended") return SUSPENDED;
  const day =
    bucket === "over" ? sql`d.due < ${today}::date` : bucket === "later" ? sql`d.due > ${until}::date` : sql`d.due = ${bucket}::date`;
  return sql<boolean>`(${day} and not (${SUSPENDED}))`;
}

/** Who is in charge of a case today, at most one row; looked up case by case, so that the country's members are never read. */
function ownerOf(caseId: string): RawBuilder<{ person_id: string }> {
  return sql<{ person_id: string }>`(
    select m.person_id from case_members m where m.case_id = ${sql.ref(caseId)} and m.role = 'owner'
      and m.from_day <= ${TODAY} and (m.until_day is null or m.until_day >= ${TODAY}) order by m.from_day desc limit 1)`;
}

/** Newest versions of the open clocks of the scope, each with who is in charge of its case. */
function open(tx: Tx, scope: BoardScope) {
  const within =
    scope.kind === "office"
      ? sql<boolean>`d.case_office = ${scope.officeCode}`
      : sql<boolean>`d.case_id = any (${sql.val(scope.cases)}::uuid[])`;
  return tx
    .selectFrom("deadlines as d")
    .leftJoinLateral(ownerOf("d.case_id").as("o"), (join) => join.onTrue())
    .where("d.open", "=", true)
    .where(within)
    .where(isNewest);
}

function isNewest({ not, exists, selectFrom }: ExpressionBuilder<Tables & { d: Tables["deadlines"] }, "d">) {
  return not(
    exists(selectFrom("deadlines as n").select("n.id").whereRef("n.id", "=", "d.id").where("n.version", "=", sql<number>`d.version + 1`)),
  );
}
