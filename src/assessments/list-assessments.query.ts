import type { z } from "zod";
import type { AssessmentList } from "#assessments/assessments.contract.ts";
import { findAssessments } from "#assessments/assessments.store.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 评估目录 every assessment of a case, newest first, signed ones as they were signed. */
export async function listAssessments(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof AssessmentList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = await findAssessments(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "assessments" }, actor, caseId, requestId });
    return done({ items });
  });
}
