import type { Actor } from "#access/access.contract.ts";
import { canTryFacts } from "#assessments/assessment.policy.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { assess } from "#statutes/assess.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Assessment, InfringingFacts } from "#statutes/statutes.contract.ts";

/** 试算 holds facts against the statutes and stores nothing. */
export async function tryFacts(provisions: Provisions, actor: Actor, facts: InfringingFacts): Promise<Outcome<Assessment>> {
  const decision = canTryFacts(actor);
  return decision.allowed ? done(assess(facts, provisions)) : decision.refusal;
}
