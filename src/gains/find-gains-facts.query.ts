import type { Tx } from "#database/database.ts";
import type { GainsFigures } from "#gains/gains.contract.ts";
import { findCalculation } from "#gains/gains.store.ts";

/** Case, name of the money flow and figures of a visible calculation as an assessment takes them: unknown (null) while it is not complete. */
export async function findGainsFacts(
  tx: Tx,
  id: string,
): Promise<{ readonly caseId: string; readonly name: string; readonly facts: GainsFigures["facts"] } | undefined> {
  const calculation = await findCalculation(tx, id);
  return calculation && { caseId: calculation.caseId, name: calculation.moneyFlowName, facts: calculation.figures.facts };
}
