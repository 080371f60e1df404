import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { findStepStanding } from "#procedures/find-step-standing.query.ts";
import { checkDraft } from "#recommendations/decide-recommendation.ts";
import { describeRecommendation } from "#recommendations/describe-recommendation.query.ts";
import type { RecommendationParts } from "#recommendations/issue-recommendation.command.ts";
import { canHandleRecommendation } from "#recommendations/recommendation.policy.ts";
import { evolve } from "#recommendations/recommendation.ts";
import type { EvidenceReference, RecommendationEvent } from "#recommendations/recommendation-event.contract.ts";
import type { DraftRecommendationRequest, Recommendation } from "#recommendations/recommendations.contract.ts";
import { findCountsOfCase, insertRecommendation } from "#recommendations/recommendations.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 起草检察建议 in a case and, where there is one, in a procedure of its kind; what is not there yet may come later. */
export async function draftRecommendation(
  parts: RecommendationParts & { readonly database: Database },
  asking: Asking,
  caseId: string,
  { requestId: changeId, procedureId, content }: DraftRecommendationRequest,
): Promise<Outcome<Recommendation>> {
  const { actor, now, requestId } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `draft-recommendation ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const standing = procedureId === null ? null : await findStepStanding(tx, parts.procedures, procedureId, null);
      if (standing === undefined || (standing !== null && standing.caseId !== caseId)) return refuse("not-found", { what: "procedure" });
      const officeCode = standing?.officeCode ?? actor.officeCode;
      const decision = canHandleRecommendation("draft", actor, facts, officeCode, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (facts.stage === "closed") return refuse("wrong-state", { state: "已办结", "state.en": "closed" });
      const type = parts.types.type(content.type);
      if (standing !== null && type.procedure?.kind !== standing.kind)
        return refuse("invalid-input", {
          place: "procedureId",
          expected: `${type.name.zh}所属的程序`,
          "expected.en": `a procedure of the ${type.name.en}`,
          found: standing.kind,
        });
      const problem =
        checkDraft(content) ??
        (await checkReferences(
          tx,
          caseId,
          content.findings.flatMap(({ evidence }) => evidence),
        ));
      if (problem !== null) return problem;
      const id = randomUUID();
      const event: RecommendationEvent = { type: "drafted", caseId, procedureId, officeCode, content };
      await insertRecommendation(tx, id, event, evolve(null, event), { personId: actor.personId, at: now, requestId: changeId });
      const noted = { kind: "work-changed" as const, thing: "recommendation", thingId: id, action: "drafted", version: 1 };
      await appendEntry(tx, { event: noted, actor, caseId, requestId });
      const made = await describeRecommendation(tx, parts, asking, id);
      if (!made) throw new Error("a recommendation that was just drafted is not visible to the person who did");
      return done(made);
    }),
  );
}

/** Evidence and counts are referenced, never copied: what is named must lie in this case. A place in a document stands by its words. */
export async function checkReferences(tx: Tx, caseId: string, references: readonly EvidenceReference[]): Promise<Outcome<never> | null> {
  const named = references.filter(({ kind }) => kind !== "document");
  if (named.length === 0) return null;
  const known = new Set([...(await findEvidenceOfCase(tx, caseId)).map(({ id }) => id), ...(await findCountsOfCase(tx, caseId))]);
  const unknown = named.find(({ id }) => id === null || !known.has(id));
  return unknown === undefined
    ? null
    : refuse("invalid-input", {
        place: "evidence",
        expected: "本案的证据或者清点",
        "expected.en": "evidence or a count of this case",
        found: unknown.label,
      });
}
