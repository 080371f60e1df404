import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { MoneyFlowList } from "#gains/gains.contract.ts";
import { findMoneyFlows } from "#gains/gains.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 流水表目录 money flows of a case with their parties, masked; for those who may see rows. */
export async function listMoneyFlows(
  database: Database,
  { actor, now, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof MoneyFlowList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const items = await findMoneyFlows(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "money-flows" }, actor, caseId, requestId });
    return done({ items });
  });
}
