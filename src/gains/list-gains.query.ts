import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { GainsCalculationList } from "#gains/gains.contract.ts";
import { findCalculations } from "#gains/gains.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 违法所得计算目录 figures and choices of the calculations of a case. */
export async function listGains(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof GainsCalculationList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = await findCalculations(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "gains" }, actor, caseId, requestId });
    return done({ items });
  });
}
