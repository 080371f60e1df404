import type { Actor } from "#access/access.contract.ts";
import { type CaseFacts, canDo, type Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** May this person record who got which items? Those who may count: a table of deliveries is a count of another kind. */
export function canRecordDeliveries(actor: Actor, facts: CaseFacts, today: string): Decision {
  const decision = canDo("count", actor, facts, today);
  if (decision.allowed || decision.refusal.kind !== "not-permitted") return decision;
  const rule = { rule: "仅办案组成员可以记录流转情况", "rule.en": "only the case team records deliveries" };
  return { allowed: false, refusal: refuse("not-permitted", rule) };
}
