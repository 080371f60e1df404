import { findAssessments } from "#assessments/assessments.store.ts";
import type { Tx } from "#database/database.ts";
import type { Assessment } from "#statutes/statutes.contract.ts";

/** The last assessment of a visible case, as other slices need it: the answer as it was stored, signed or not; undefined when there is none. */
export async function findLastAssessment(
  tx: Tx,
  caseId: string,
): Promise<{ readonly id: string; readonly status: "draft" | "signed"; readonly answer: Assessment; readonly on: string } | undefined> {
  const [last] = await findAssessments(tx, caseId);
  return last && { id: last.id, status: last.status, answer: last.answer, on: last.draftedAt };
}
