import { CaseAssessment, type DraftAssessmentRequest } from "#assessments/assessments.contract.ts";
import type { Tx } from "#database/database.ts";
import type { Assessment } from "#statutes/statutes.contract.ts";

export async function insertDraft(
  tx: Tx,
  draft: { id: string; caseId: string; request: DraftAssessmentRequest; answer: Assessment; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto("assessments")
    .values({
      id: draft.id,
      case_id: draft.caseId,
      count_id: draft.request.countId,
      facts: JSON.stringify(draft.request.facts),
      sources: JSON.stringify(draft.request.sources),
      answer: JSON.stringify(draft.answer),
      drafted_by: draft.by,
      drafted_at: draft.at,
      version: 1,
      signed_by: null,
      signed_at: null,
      signed_note: null,
    })
    .execute();
}

/** Puts the signature on a draft. The caller holds the row; the trigger refuses a second one. */
export async function updateSignature(tx: Tx, id: string, signature: { by: string; at: Date; note: string }): Promise<void> {
  await tx
    .updateTable("assessments")
    .set({ version: 2, signed_by: signature.by, signed_at: signature.at, signed_note: signature.note })
    .where("id", "=", id)
    .execute();
}

/** A visible assessment; `lock` holds the row until the end of the transaction. */
export async function findAssessment(tx: Tx, id: string, lock: "update" | "none"): Promise<CaseAssessment | undefined> {
  if (lock === "update") await tx.selectFrom("assessments").select("id").where("id", "=", id).forUpdate().execute();
  return (await rows(tx).where("a.id", "=", id).execute()).map(parseRow)[0];
}

/** Assessments of a visible case, newest first. */
export async function findAssessments(tx: Tx, caseId: string): Promise<CaseAssessment[]> {
  return (await rows(tx).where("a.case_id", "=", caseId).orderBy("a.drafted_at", "desc").orderBy("a.id").execute()).map(parseRow);
}

function rows(tx: Tx) {
  return tx
    .selectFrom("assessments as a")
    .innerJoin("persons as d", "d.id", "a.drafted_by")
    .leftJoin("persons as s", "s.id", "a.signed_by")
    .selectAll("a")
    .select(["d.name as drafted_by_name", "s.name as signed_by_name"]);
}

function parseRow(row: Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number]): CaseAssessment {
  const shared = {
    id: row.id,
    caseId: row.case_id,
    countId: row.count_id,
    facts: row.facts,
    sources: row.sources,
    answer: row.answer,
    draftedBy: row.drafted_by_name,
    draftedAt: row.drafted_at.toISOString(),
    version: row.version,
  };
  if (row.signed_at === null) return CaseAssessment.parse({ ...shared, status: "draft" });
  const signature = { personId: row.signed_by, name: row.signed_by_name, at: row.signed_at.toISOString(), note: row.signed_note };
  return CaseAssessment.parse({ ...shared, status: "signed", signature });
}
