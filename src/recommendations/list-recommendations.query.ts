import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { describeRecommendation, presentRecommendation } from "#recommendations/describe-recommendation.query.ts";
import type { RecommendationParts } from "#recommendations/issue-recommendation.command.ts";
import { countRecommendations } from "#recommendations/measure-effect.ts";
import { canHandleRecommendation } from "#recommendations/recommendation.policy.ts";
import type {
  CaseRecommendationList,
  FindRecommendationsQuery,
  Recommendation,
  RecommendationBoard,
} from "#recommendations/recommendations.contract.ts";
import { findCounted, findIdsOfCase, findRecommendationIds, findSummaries } from "#recommendations/recommendations.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

type Parts = Pick<RecommendationParts, "types" | "procedures"> & { readonly database: Database };

/** 本案检察建议 last changed first, with the table of types: what a draft must hold. */
export async function listCaseRecommendations(
  { database, types }: Parts,
  asking: Asking,
  caseId: string,
): Promise<Outcome<CaseRecommendationList>> {
  const { actor, now } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const rows = await findSummaries(tx, await findIdsOfCase(tx, caseId));
    await noteRead(tx, asking, caseId, {}, rows.length);
    const mayDraft = facts.stage !== "closed" && canHandleRecommendation("draft", actor, facts, actor.officeCode, officeDay(now)).allowed;
    return done({ items: rows.map((row) => presentRecommendation(row, types)), mayDraft, types: types.table });
  });
}

/** 一份检察建议 */
export async function getRecommendation({ database, ...parts }: Parts, asking: Asking, id: string): Promise<Outcome<Recommendation>> {
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const found = await describeRecommendation(tx, parts, asking, id);
    if (!found) return refuse("not-found", { what: "recommendation" });
    await noteRead(tx, asking, found.case.id, {}, 1);
    return done(found);
  });
}

/** 检察建议看板 one page of the recommendations the person sees, and the figures of all of them: effect first, the reply beside it. */
export async function findRecommendations(
  { database, types }: Parts,
  asking: Asking,
  { status, type, due, page, size }: z.infer<typeof FindRecommendationsQuery>,
): Promise<Outcome<RecommendationBoard>> {
  const today = officeDay(asking.now);
  return database.transact({ as: "person", actor: asking.actor }, async (tx) => {
    const { total, ids } = await findRecommendationIds(tx, { status, type, due, page, size });
    const counted = await findCounted(tx);
    const filters = Object.fromEntries(
      Object.entries({ status, type, due }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    await noteRead(tx, asking, null, filters, ids.length);
    return done({
      items: (await findSummaries(tx, ids)).map((row) => presentRecommendation(row, types)),
      ...{ total, today, figures: countRecommendations(counted, today) },
      byType: types.table.types.flatMap(({ id, name }) => {
        const own = counted.filter((one) => one.type === id);
        return own.length === 0 ? [] : [{ type: { id, name }, figures: countRecommendations(own, today) }];
      }),
    });
  });
}

async function noteRead(
  tx: Tx,
  { actor, requestId }: Asking,
  caseId: string | null,
  filters: Record<string, string>,
  found: number,
): Promise<void> {
  await appendEntry(tx, { event: { kind: "work-read", thing: "recommendation", filters, found }, actor, caseId, requestId });
}
