import { CaseCorrection } from "#counts/corrections.contract.ts";
import type { Tx } from "#database/database.ts";
import { Correction } from "#scan/corrections/corrections.contract.ts";

type NewCorrection = { id: string; caseId: string; correction: Correction; countId: string; by: string; at: Date };

export async function insertCorrection(tx: Tx, { id, caseId, correction, countId, by, at }: NewCorrection): Promise<void> {
  await tx
    .insertInto("case_corrections")
    .values({ id, case_id: caseId, correction: JSON.stringify(correction), count_id: countId, made_by: by, made_at: at })
    .execute();
}

type NewWithdrawal = { correctionId: string; caseId: string; reason: string; by: string; at: Date };

/** Answers whether this was the first; a correction is withdrawn once. */
export async function insertWithdrawal(tx: Tx, { correctionId, caseId, reason, by, at }: NewWithdrawal): Promise<boolean> {
  const inserted = await tx
    .insertInto("case_correction_withdrawals")
    .values({ correction_id: correctionId, case_id: caseId, reason, withdrawn_by: by, withdrawn_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("correction_id")
    .execute();
  return inserted.length > 0;
}

/** Every correction of a visible case in the order they were made, withdrawn ones too. */
export async function findCorrectionRows(tx: Tx, caseId: string): Promise<CaseCorrection[]> {
  const rows = await tx
    .selectFrom("case_corrections as c")
    .innerJoin("persons as p", "p.id", "c.made_by")
    .leftJoin("case_correction_withdrawals as w", "w.correction_id", "c.id")
    .leftJoin("persons as q", "q.id", "w.withdrawn_by")
    .select(["c.id", "c.correction", "c.made_at", "p.name as made_by_name", "w.reason", "w.withdrawn_at", "q.name as withdrawn_by_name"])
    .where("c.case_id", "=", caseId)
    .orderBy("c.seq")
    .execute();
  return rows.map((row) =>
    CaseCorrection.parse({
      id: row.id,
      correction: Correction.parse(row.correction),
      by: row.made_by_name,
      at: row.made_at.toISOString(),
      withdrawn: row.withdrawn_at === null ? null : { by: row.withdrawn_by_name, at: row.withdrawn_at.toISOString(), reason: row.reason },
    }),
  );
}
