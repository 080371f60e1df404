import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { BatchProblem, type DocumentBatch } from "#case-documents/batches.contract.ts";
import { findBatches, findProblems } from "#case-documents/batches.store.ts";
import { parseWords } from "#case-documents/describe-document.query.ts";
import type { Tx } from "#database/database.ts";

/** Batches of a visible case, or one, with the first of what was refused. */
export async function describeBatches(tx: Tx, by: { readonly caseId: string } | { readonly id: string }): Promise<DocumentBatch[]> {
  const rows = await findBatches(tx, by);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const problems = await findProblems(tx, ids, BATCH_LIMITS.problemsShown);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    evidenceId: row.evidence_id,
    name: row.path,
    kind: row.kind,
    status: row.status,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    entered: row.entered,
    refused: row.refused,
    askedBy: row.asked_by_name,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    problem: parseWords(row.problem),
    problems: problems
      .filter(({ batch_id }) => batch_id === row.id)
      .map(({ part, name, problem }) => BatchProblem.parse({ part, name, problem })),
  }));
}
