import type { Actor } from "#access/access.contract.ts";
import { type CaseFacts, canDo, type Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** May this person import money flows and calculate gains from them? Those who may count. */
export function canCalculateGains(actor: Actor, facts: CaseFacts, today: string): Decision {
  const decision = canDo("count", actor, facts, today);
  if (decision.allowed || decision.refusal.kind !== "not-permitted") return decision;
  const rule = { rule: "仅办案组成员可以导入流水、计算违法所得", "rule.en": "only the case team imports money flows and calculates gains" };
  return { allowed: false, refusal: refuse("not-permitted", rule) };
}
