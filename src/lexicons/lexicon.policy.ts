import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { Role } from "#offices/offices.contract.ts";
import { refuse } from "#refusals/refusal.ts";

/** Who may do what to the lexicon of their own office. What is not named is refused. */
const MAY = {
  look: ["criminal-prosecutor", "pil-prosecutor", "technician", "case-manager", "leader"],
  propose: ["criminal-prosecutor", "pil-prosecutor", "technician", "leader"],
  publish: ["criminal-prosecutor", "pil-prosecutor", "technician", "leader"],
  "roll-back": ["criminal-prosecutor", "pil-prosecutor", "technician", "leader"],
  replay: ["criminal-prosecutor", "pil-prosecutor", "technician", "leader"],
} as const satisfies Record<string, readonly Role[]>;

/** May this person do this to the lexicon of their office? */
export function canKeepLexicon(ability: keyof typeof MAY, actor: Actor): Decision {
  const roles: readonly Role[] = MAY[ability];
  if (roles.some((role) => actor.roles.includes(role))) return { allowed: true };
  return ability === "look"
    ? deny("仅办案人员、案管人员、检察技术人员和院领导可以查看词库", "only people who work on cases and technicians look at the lexicon")
    : deny("仅检察官、检察技术人员和院领导可以修改词库", "only prosecutors, technicians and leaders change the lexicon");
}

/** 四眼 a draft goes live only through somebody who did not write all of it, whatever their role. */
export function canPublishDraft(actor: Actor, authorIds: readonly string[]): Decision {
  const allowed = canKeepLexicon("publish", actor);
  if (!allowed.allowed) return allowed;
  if (authorIds.length > 0 && authorIds.every((id) => id === actor.personId))
    return deny("草案全部由您本人提出，须由另一人核对后发布", "you wrote the whole draft; somebody else has to look at it and publish it");
  return { allowed: true };
}

function deny(zh: string, en: string): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}
