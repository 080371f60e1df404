import { sql } from "kysely";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { Tx } from "#database/database.ts";
import { type Counted, measureEffect, nextRecheck } from "#recommendations/measure-effect.ts";
import { fold, type RecommendationState } from "#recommendations/recommendation.ts";
import { RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { RecommendationTypeId } from "#recommendations/recommendation-types.contract.ts";
import type { RecommendationStatus } from "#recommendations/recommendations.contract.ts";

type By = { readonly personId: string; readonly at: Date; readonly requestId: string };

/** Adds a recommendation and the event that drafted it. */
export async function insertRecommendation(
  tx: Tx,
  id: string,
  event: RecommendationEvent,
  state: RecommendationState,
  by: By,
): Promise<void> {
  const { caseId: case_id, procedureId: procedure_id, officeCode: office_code } = state;
  await tx
    .insertInto("recommendations")
    .values({ id, case_id, procedure_id, office_code, ...projection(state), updated_at: by.at })
    .execute();
  await insertRecommendationEvent(tx, id, 1, event, by);
}

/** Records one event. The key (recommendation, version) makes two events of one version impossible. */
export async function insertRecommendationEvent(tx: Tx, id: string, version: number, event: RecommendationEvent, by: By): Promise<void> {
  const { type, ...data } = RecommendationEvent.parse(event);
  await tx
    .insertInto("recommendation_events")
    .values({
      recommendation_id: id,
      version,
      type,
      data: JSON.stringify(data),
      person_id: by.personId,
      at: by.at,
      request_id: by.requestId,
    })
    .execute();
}

/** Brings the projection to the state after an event, in the caller's transaction. */
export async function projectRecommendation(tx: Tx, id: string, state: RecommendationState, now: Date): Promise<void> {
  await tx
    .updateTable("recommendations")
    .set({ ...projection(state), updated_at: now })
    .where("id", "=", id)
    .execute();
}

function projection(state: RecommendationState) {
  const { measures, met, partly, notMet, replies } = measureEffect(state);
  const { content, status, issue, version } = state;
  const answers = state.replies.map(({ on }) => on).filter((on) => on >= (issue?.deliveredOn ?? ""));
  return {
    ...{ type: content.type, status, title: content.title, addressee: content.addressee.name, version },
    ...{ number: issue?.number ?? null, delivered_on: issue?.deliveredOn ?? null, reply_clock: issue?.clocks.reply ?? null },
    ...{ reply_by: content.urgent?.replyBy ?? null, replied_on: answers.sort()[0] ?? null },
    next_recheck: status === "issued" ? nextRecheck(state) : null,
    ...{ measures, met, partly, not_met: notMet, replies },
  };
}

/** Is the number taken, perhaps by one that is not visible? The unique key holds it in any case. */
export async function isNumberTaken(tx: Tx, id: string, number: string): Promise<boolean> {
  const answer = await sql<{ taken: boolean }>`select is_recommendation_number_taken(${number}, ${id}::uuid) as taken`.execute(tx);
  return answer.rows[0]?.taken ?? false;
}

/** The recommendation as the fold of its events; undefined when there is none or it is not visible. `lock` holds the row until the end. */
export async function findRecommendationState(tx: Tx, id: string, lock: "update" | "none"): Promise<RecommendationState | undefined> {
  const query = tx.selectFrom("recommendations").select("id").where("id", "=", id);
  const row = await (lock === "update" ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return fold((await findRecommendationEvents(tx, id)).map(({ event }) => event));
}

/** Recorded events, oldest first, with the names of those who caused them. */
export async function findRecommendationEvents(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom("recommendation_events as e")
    .innerJoin("persons as p", "p.id", "e.person_id")
    .select(["e.version", "e.type", "e.data", "e.at", "p.name as by"])
    .where("e.recommendation_id", "=", id)
    .orderBy("e.version")
    .execute();
  return rows.map(({ version, type, data, at, by }) => ({ version, at, by, event: RecommendationEvent.parse({ ...data, type }) }));
}

/** Which of these counts belong to the case and are visible. */
export async function findCountsOfCase(tx: Tx, caseId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("counts").select("id").where("case_id", "=", caseId).execute();
  return rows.map(({ id }) => id);
}

export async function findIdsOfCase(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("recommendations")
    .select("id")
    .where("case_id", "=", caseId)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The last day to reply as the clock tells it now: a day set case by case, where it is earlier, goes before. */
const REPLY = sql<{ due: string; suspended: boolean } | null>`(
  select jsonb_build_object('due', least(d.due, r.reply_by), 'suspended',
    exists (select 1 from jsonb_array_elements(d.state -> 'suspensions') s where s ->> 'until' is null))
  from deadlines d where d.id = r.reply_clock order by d.version desc limit 1)`;

/** Rows as lists show them, in the order of the ids. */
export async function findSummaries(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("recommendations as r")
    .innerJoin("offices as o", "o.code", "r.office_code")
    .innerJoin("cases as c", "c.id", "r.case_id")
    .selectAll("r")
    .select(["o.name_zh", "o.name_en", "c.number as case_number", REPLY.as("reply")])
    .where("r.id", "in", [...ids])
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

type Filter = {
  readonly status: RecommendationStatus | undefined;
  readonly type: RecommendationTypeId | undefined;
  /** open replies or re-checks, the nearest day first */
  readonly due: "reply" | "recheck" | undefined;
  readonly page: number;
  readonly size: number;
};

/** One page of the recommendations the acting person sees, and how many there are. */
export async function findRecommendationIds(tx: Tx, { status, type, due, page, size }: Filter) {
  const sight = await findSight(tx);
  let query = tx
    .selectFrom("recommendations as r")
    .where(({ or }) => or([isInSight(sight, "r.case_office", "r.case_id"), isInSight(sight, "r.office_code", "r.case_id")]));
  if (status !== undefined) query = query.where("r.status", "=", status);
  if (type !== undefined) query = query.where("r.type", "=", type);
  if (due === "reply") query = query.where("r.status", "=", "issued").where("r.replied_on", "is", null);
  if (due === "recheck") query = query.where("r.status", "=", "issued").where("r.next_recheck", "is not", null);
  const { total } = await query.select(sql<string>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const chosen = query
    .select("r.id")
    .limit(size)
    .offset((page - 1) * size);
  const ordered =
    due === "reply"
      ? chosen.orderBy(sql`${REPLY} ->> 'due'`)
      : due === "recheck"
        ? chosen.orderBy("r.next_recheck")
        : chosen.orderBy("r.updated_at", "desc");
  const rows = await ordered.orderBy("r.id").execute();
  return { total: Number(total), ids: rows.map(({ id }) => id) };
}

/** What the figures count of every issued or closed recommendation the acting person sees. */
export async function findCounted(tx: Tx): Promise<(Counted & { readonly type: RecommendationTypeId })[]> {
  const sight = await findSight(tx);
  const rows = await tx
    .selectFrom("recommendations as r")
    .select(["r.type", "r.replied_on", "r.measures", "r.met", REPLY.as("reply")])
    .where(({ or }) => or([isInSight(sight, "r.case_office", "r.case_id"), isInSight(sight, "r.office_code", "r.case_id")]))
    .where("r.status", "in", ["issued", "closed"])
    .execute();
  return rows.flatMap(({ type, replied_on, measures, met, reply }) =>
    reply === null ? [] : [{ type, replyDue: reply.due, suspended: reply.suspended, repliedOn: replied_on, measures, met }],
  );
}
