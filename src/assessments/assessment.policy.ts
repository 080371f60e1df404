import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** Those who handle cases; an auditor or administrator has nothing to assess. Drafting and signing are judged by the case policy. */
const TRIERS = ["criminal-prosecutor", "pil-prosecutor", "technician", "case-manager", "leader"] as const;

/** May this person try facts out? Nothing of a case is shown and nothing is stored. */
export function canTryFacts(actor: Actor): Decision {
  if (TRIERS.some((role) => actor.roles.includes(role))) return { allowed: true };
  return {
    allowed: false,
    refusal: refuse("not-permitted", { rule: "仅办案人员可以试算", "rule.en": "only people who handle cases try facts out" }),
  };
}
