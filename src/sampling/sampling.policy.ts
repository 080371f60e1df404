import type { Actor } from "#access/access.contract.ts";
import { type CaseFacts, canDo, type Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** May this person design a sample and record what was found? Those who may count. */
export function canSample(actor: Actor, facts: CaseFacts, today: string): Decision {
  const decision = canDo("count", actor, facts, today);
  if (decision.allowed || decision.refusal.kind !== "not-permitted") return decision;
  const rule = {
    rule: "仅办案组成员可以设计抽样、记录核对结果",
    "rule.en": "only the case team designs samples and records what was found",
  };
  return { allowed: false, refusal: refuse("not-permitted", rule) };
}
