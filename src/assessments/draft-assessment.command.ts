import { randomUUID } from "node:crypto";
import { CaseAssessment, type DraftAssessmentRequest } from "#assessments/assessments.contract.ts";
import { findAssessment, insertDraft } from "#assessments/assessments.store.ts";
import { checkSources } from "#assessments/check-sources.query.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { assess } from "#statutes/assess.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** 起草评估 holds the facts against the statutes and keeps facts and answer together as a draft, which decides nothing. */
export async function draftAssessment(
  services: { readonly database: Database; readonly provisions: Provisions },
  asking: Asking,
  caseId: string,
  request: DraftAssessmentRequest,
): Promise<Outcome<CaseAssessment>> {
  const { actor, now, requestId } = asking;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `draft-assessment ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canDo("assess", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (request.countId !== null) {
        const count = await findCountResult(tx, request.countId);
        if (count?.caseId !== caseId) {
          return refuse("invalid-input", {
            place: "countId",
            expected: "本案已完成的统计",
            "expected.en": "a finished count of this case",
            found: request.countId,
          });
        }
      }
      const problem = await checkSources(tx, caseId, request);
      if (problem !== null) return problem;
      const id = randomUUID();
      const answer = assess(request.facts, services.provisions);
      await insertDraft(tx, { id, caseId, request, answer, by: actor.personId, at: now });
      const draft = CaseAssessment.parse(await findAssessment(tx, id, "none"));
      await appendEntry(tx, { event: { kind: "assessment-drafted", assessmentId: id }, actor, caseId, requestId });
      return done(draft);
    }),
  );
}
