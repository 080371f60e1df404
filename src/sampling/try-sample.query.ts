import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { planSample } from "#sampling/plan-sample.ts";
import { refuseDesign } from "#sampling/refuse-design.ts";
import type { SampleDesign, SamplePlan } from "#sampling/sampling.contract.ts";

/** 试算抽样 size, allocation and justification of a design; stores nothing and does not show the list, so that nobody draws until it suits. */
export async function trySample(
  database: Database,
  { actor, now }: Asking,
  caseId: string,
  design: SampleDesign,
): Promise<Outcome<SamplePlan>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const decision = canDo("sample", actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    const planned = planSample(design);
    if (!planned.ok) return refuseDesign(planned.refused);
    return done({ ...planned.plan, strata: planned.plan.strata.map((stratum) => ({ ...stratum, drawn: [] })) });
  });
}
