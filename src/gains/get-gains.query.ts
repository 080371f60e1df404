import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { GainsCalculation } from "#gains/gains.contract.ts";
import { findCalculation } from "#gains/gains.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查看违法所得计算 */
export async function getGains(
  database: Database,
  { actor, requestId }: Asking,
  calculationId: string,
): Promise<Outcome<GainsCalculation>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const calculation = await findCalculation(tx, calculationId);
    if (!calculation) return refuse("not-found", { what: "gains" });
    await appendEntry(tx, { event: { kind: "case-read", part: "gains" }, actor, caseId: calculation.caseId, requestId });
    return done(calculation);
  });
}
