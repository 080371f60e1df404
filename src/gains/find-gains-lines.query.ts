import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import type { FindGainsLinesQuery, GainsLineList } from "#gains/gains.contract.ts";
import { findCalculation, findLines } from "#gains/gains.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 流水明细 treated lines of a calculation, masked, each with its row in the table and its effect on the figures. */
export async function findGainsLines(
  database: Database,
  { actor, now, requestId }: Asking,
  calculationId: string,
  query: z.infer<typeof FindGainsLinesQuery>,
): Promise<Outcome<z.infer<typeof GainsLineList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const calculation = await findCalculation(tx, calculationId);
    const facts = calculation && (await findCaseFacts(tx, calculation.caseId, "none"));
    if (!calculation || !facts) return refuse("not-found", { what: "gains" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const { items, total } = await findLines(tx, calculationId, query);
    await appendEntry(tx, { event: { kind: "case-read", part: "gains-lines" }, actor, caseId: calculation.caseId, requestId });
    return done({ items, total, page: query.page, size: query.size });
  });
}
