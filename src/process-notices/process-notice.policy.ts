import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** May this person supervise the process of a case of that office? Its case managers alone. */
export function canSupervise(actor: Actor, officeCode: string): Decision {
  if (actor.officeCode === officeCode && actor.roles.includes("case-manager")) return { allowed: true };
  return deny(
    "仅本院案管人员可以发出、撤回流程监控通知书",
    "only case managers of the office issue and withdraw process-supervision notices",
  );
}

/** May this person reply? Whoever the notice is addressed to. */
export function canReply(actor: Actor, addressee: string): Decision {
  if (actor.personId === addressee) return { allowed: true };
  return deny("仅流程监控通知书的受通知人可以回复", "only whoever the notice is addressed to replies");
}

function deny(zh: string, en: string): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}
