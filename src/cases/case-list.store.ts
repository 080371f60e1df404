import { type Expression, type SqlBool, sql } from "kysely";
import type { z } from "zod";
import { type FindCasesQuery, MOST_COUNTED } from "#cases/cases.contract.ts";
import { findSummaries } from "#cases/cases.store.ts";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";

type Query = z.infer<typeof FindCasesQuery>;

/** Summaries of visible cases that fit, one page of them, and how many there are (`MOST_COUNTED` at most). */
export async function findSummaryRows(tx: Tx, query: Query, personId: string, today: string) {
  const words = query.query?.trim();
  const { total, ids } = words ? await findByWords(tx, query, words) : await findFitting(tx, query, personId, today);
  return { total, rows: await findSummaries(tx, ids, today) };
}

/** Cases with every one of the words: the index is read behind row-level security by a function that asks who is acting (docs/decisions/0008). */
async function findByWords(tx: Tx, { stage, officeCode, mine, sort, page, size }: Query, words: string) {
  const answer = await sql<{ total: number; ids: string[] }>`
    select total, ids from find_cases_by_words(${words}, ${stage ?? null}, ${officeCode ?? null}, ${mine === "true"}, ${sort},
      ${size}::int, ${(page - 1) * size}::bigint, ${MOST_COUNTED}::int)`.execute(tx);
  return answer.rows[0] ?? { total: 0, ids: [] };
}

async function findFitting(tx: Tx, query: Query, personId: string, today: string) {
  const sight = await findSight(tx);
  const fitting = tx.selectFrom("cases").where((where) => {
    const all: Expression<SqlBool>[] = [isInSight(sight, "cases.office_code", "cases.id")];
    if (query.stage) all.push(where("cases.stage", "=", query.stage));
    if (query.officeCode) all.push(where("cases.office_code", "=", query.officeCode));
    if (query.mine === "true") {
      all.push(
        where(
          "cases.id",
          "in",
          where
            .selectFrom("case_members as m")
            .select("m.case_id")
            .where("m.person_id", "=", personId)
            .where("m.from_day", "<=", today)
            .where((open) => open.or([open("m.until_day", "is", null), open("m.until_day", ">=", today)])),
        ),
      );
    }
    return where.and(all);
  });
  const counted = fitting.select("cases.id").limit(MOST_COUNTED).as("fitting");
  const { total } = await tx.selectFrom(counted).select(sql<string>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const order = { updated: sql`cases.updated_at desc`, number: sql`cases.number`, accepted: sql`cases.accepted_on desc` }[query.sort];
  const rows = await fitting
    .select("cases.id")
    .orderBy(order)
    .orderBy("cases.id")
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return { total: Number(total), ids: rows.map(({ id }) => id) };
}
