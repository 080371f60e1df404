import type { CountProof } from "#assessments/assessments.contract.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import { findWorkList } from "#counts/find-work-list.query.ts";
import type { Tx } from "#database/database.ts";

/**
 * 核实状态 of a finished count at this moment: may its figures stand as proved? Null for who may not see the items: to them it is unknown,
 * neither proved nor not.
 */
export async function tellProof(tx: Tx, { actor, now }: Asking, countId: string): Promise<CountProof | null> {
  const count = await findCountResult(tx, countId);
  const facts = count && (await findCaseFacts(tx, count.caseId, "none"));
  if (!count || !facts || !canSeeRows(actor, facts, officeDay(now)).allowed) return null;
  const { tiers, proved, printable, recount } = await findWorkList(tx, countId, count.result);
  return { countId, proved, printable, recount, open: { A: tiers.A.open, B: tiers.B.open } };
}
