import type { z } from "zod";
import { CaseAssessment, type SignAssessmentRequest } from "#assessments/assessments.contract.ts";
import { findAssessment, updateSignature } from "#assessments/assessments.store.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay, officeMoment } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 签署评估 a named prosecutor takes the assessment as theirs. Of two who sign at once exactly one does; the other is told who and when. */
export async function signAssessment(
  database: Database,
  asking: Asking,
  assessmentId: string,
  request: z.infer<typeof SignAssessmentRequest>,
): Promise<Outcome<CaseAssessment>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `sign-assessment ${assessmentId}`, async () => {
      const assessment = await findAssessment(tx, assessmentId, "update");
      const facts = assessment && (await findCaseFacts(tx, assessment.caseId, "share"));
      if (!assessment || !facts) return refuse("not-found", { what: "assessment" });
      const decision = canDo("sign", actor, facts, officeDay(now));
      if (!decision.allowed) return decision.refusal;
      if (assessment.status === "signed") {
        const { name, at } = assessment.signature;
        const { zh, en } = officeMoment(new Date(at));
        return refuse("already-signed", { name, at, "at.zh": zh, "at.en": en });
      }
      if (request.expectedVersion !== assessment.version) return refuse("stale-version", { current: assessment.version });

      await updateSignature(tx, assessmentId, { by: actor.personId, at: now, note: request.note });
      const signed = CaseAssessment.parse(await findAssessment(tx, assessmentId, "none"));
      const event = { kind: "assessment-signed" as const, assessmentId, band: signed.answer.band };
      await appendEntry(tx, { event, actor, caseId: signed.caseId, requestId });
      return done(signed);
    }),
  );
}
