import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { Role } from "#offices/offices.contract.ts";
import { refuse } from "#refusals/refusal.ts";

const MAY: readonly Role[] = ["leader", "pil-prosecutor", "criminal-prosecutor"];

/** May this person ask for, answer or end a contact about a clue of the given office? Prosecutors and leaders of that office alone: leaders above order, they do not speak for it. */
export function canHandleContact(actor: Actor, officeCode: string): Decision {
  if (actor.officeCode === officeCode && MAY.some((role) => actor.roles.includes(role))) return { allowed: true };
  const [zh, en] = [
    "仅线索所在院的检察官和院领导可以提出、答复、终止联系",
    "only prosecutors and leaders of the office that holds the clue ask for, answer or end a contact",
  ];
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}
