import type { z } from "zod";
import type { FactsFromCount, FactsFromCountQuery } from "#assessments/assessments.contract.ts";
import type { FactSources } from "#assessments/fact-sources.contract.ts";
import { factsFromCount, sourcesFromCount, sourcesFromDeliveries } from "#assessments/facts-from-count.ts";
import { tellProof } from "#assessments/tell-proof.query.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database } from "#database/database.ts";
import { findDeliveryFacts } from "#deliveries/find-delivery-facts.query.ts";
import { findGainsFacts } from "#gains/find-gains-facts.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 由计数带入事实 what a new assessment starts with, each fact with its source. */
export async function getFactsFromCount(
  database: Database,
  asking: Asking,
  caseId: string,
  { countId, deliveryTableId, calculationId }: z.infer<typeof FactsFromCountQuery>,
): Promise<Outcome<FactsFromCount>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const count = await findCountResult(tx, countId);
    if (count?.caseId !== caseId) return refuse("not-found", { what: "count" });
    const deliveries = deliveryTableId === undefined ? null : await findDeliveryFacts(tx, deliveryTableId);
    if (deliveries !== null && deliveries?.caseId !== caseId) return refuse("not-found", { what: "delivery-table" });
    const gains = calculationId === undefined ? null : await findGainsFacts(tx, calculationId);
    if (gains !== null && gains?.caseId !== caseId) return refuse("not-found", { what: "gains" });
    await appendEntry(tx, { event: { kind: "count-read", countId, part: "facts" }, actor, caseId, requestId });
    const counted = factsFromCount(count.result, officeDay(now));
    const facts = { ...counted, ...(deliveries && { sets: deliveries.sets }), ...gains?.facts };
    const sources: FactSources =
      deliveries && deliveryTableId !== undefined
        ? sourcesFromDeliveries(deliveryTableId, deliveries.sets)
        : sourcesFromCount(countId, counted.sets ?? []);
    if (gains && calculationId !== undefined)
      for (const name of ["gains", "profit"] as const) if (gains.facts[name] !== null) sources[name] = { kind: "gains", calculationId };
    return done({ countId, facts, sources, proof: await tellProof(tx, asking, countId) });
  });
}
