import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import { findAssessments } from "#assessments/assessments.store.ts";
import type { Tx } from "#database/database.ts";

/** 已签署的评估 the last one signed in a visible case: what documents may quote; undefined when none is signed. */
export async function findSignedAssessment(
  tx: Tx,
  caseId: string,
): Promise<Extract<CaseAssessment, { readonly status: "signed" }> | undefined> {
  return (await findAssessments(tx, caseId))
    .flatMap((one) => (one.status === "signed" ? [one] : []))
    .sort((one, other) => other.signature.at.localeCompare(one.signature.at))[0];
}
