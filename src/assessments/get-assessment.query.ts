import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import { findAssessment } from "#assessments/assessments.store.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查看评估 */
export async function getAssessment(
  database: Database,
  { actor, requestId }: Asking,
  assessmentId: string,
): Promise<Outcome<CaseAssessment>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const assessment = await findAssessment(tx, assessmentId, "none");
    if (!assessment) return refuse("not-found", { what: "assessment" });
    await appendEntry(tx, { event: { kind: "assessment-read", assessmentId }, actor, caseId: assessment.caseId, requestId });
    return done(assessment);
  });
}
