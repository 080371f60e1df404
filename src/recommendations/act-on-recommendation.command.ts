import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { findDocumentStanding } from "#legal-documents/find-document-standing.query.ts";
import { completeApproval } from "#recommendations/approve-recommendation.command.ts";
import { decideRecommendation } from "#recommendations/decide-recommendation.ts";
import { describeRecommendation } from "#recommendations/describe-recommendation.query.ts";
import { checkReferences } from "#recommendations/draft-recommendation.command.ts";
import { completeIssue, followRecommendation, type RecommendationParts, type Run } from "#recommendations/issue-recommendation.command.ts";
import { failuresOf } from "#recommendations/load-recommendation-types.query.ts";
import { canHandleRecommendation } from "#recommendations/recommendation.policy.ts";
import { evolve } from "#recommendations/recommendation.ts";
import type { RecommendationAction, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { ActOnRecommendationRequest, Recommendation } from "#recommendations/recommendations.contract.ts";
import {
  findRecommendationState,
  findSummaries,
  insertRecommendationEvent,
  isNumberTaken,
  projectRecommendation,
} from "#recommendations/recommendations.store.ts";
import { takeNumber } from "#recommendations/take-number.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 办理检察建议 records one act; clocks and the step of the procedure follow in the same transaction, or nothing happens. */
export async function actOnRecommendation(
  parts: RecommendationParts & { readonly database: Database },
  asking: Asking,
  id: string,
  { requestId: changeId, expectedVersion, action }: ActOnRecommendationRequest,
): Promise<Outcome<Recommendation>> {
  const { actor, now, requestId } = asking;
  const today = officeDay(now);
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-recommendation ${id}`, async () => {
      const state = await findRecommendationState(tx, id, "update");
      const facts = state && (await findCaseFacts(tx, state.caseId, "share"));
      if (!state || !facts) return refuse("not-found", { what: "recommendation" });
      const decision = canHandleRecommendation(action.type, actor, facts, state.officeCode, today);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== state.version) return refuse("stale-version", { current: state.version });
      const run = { tx, parts, asking, state, changeId };
      const event = await decide(run, id, action, today);
      if (!event.ok) return event;
      const after = evolve(state, event.value);
      await insertRecommendationEvent(tx, id, after.version, event.value, { personId: actor.personId, at: now, requestId: changeId });
      await projectRecommendation(tx, id, after, now);
      const followed = await followRecommendation(run, event.value);
      if (!followed.ok) return followed;
      const noted = {
        kind: "work-changed" as const,
        thing: "recommendation",
        thingId: id,
        action: event.value.type,
        version: after.version,
      };
      await appendEntry(tx, { event: noted, actor, caseId: state.caseId, requestId });
      const changed = await describeRecommendation(tx, parts, asking, id);
      if (!changed) throw new Error("a recommendation is not visible any more to the person who acted on it");
      return done(changed);
    }),
  );
}

async function decide(run: Run, id: string, action: RecommendationAction, today: string): Promise<Outcome<RecommendationEvent>> {
  const { tx, parts, state } = run;
  const cited =
    action.type === "check" ? action.evidence : action.type === "revise" ? action.content.findings.flatMap(({ evidence }) => evidence) : [];
  const problem = await checkReferences(tx, state.caseId, cited);
  if (problem !== null) return problem;
  const [summary] = await findSummaries(tx, [id]);
  const reply = summary?.reply ?? null;
  const { procedure } = parts.types.type(state.content.type);
  const failures = procedure?.failure === undefined ? [] : failuresOf(parts.procedures, procedure.kind, procedure.failure);
  const decided = decideRecommendation(action, state, {
    types: parts.types,
    today,
    replyDue: reply === null || reply.suspended ? null : reply.due,
    failures: failures.map(({ value }) => value),
  });
  if (!decided.ok) return decided;
  const event = decided.value;
  if (event.type === "approved") return completeApproval(run, event);
  if (event.type !== "issued") return done(event);
  const document = await findDocumentStanding(tx, state.approval?.documentId ?? "");
  if (document === undefined) throw new Error("the document of a visible recommendation is not visible");
  const number = takeNumber(event.number, event.on, document);
  if (!number.ok) return number;
  if (await isNumberTaken(tx, id, number.value)) return refuse("already-exists", { what: number.value });
  return completeIssue(run, { ...event, number: number.value });
}
