import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { Contributor } from "#lexicons/lexicons.contract.ts";
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

/**
 * 四眼 a draft goes live only through somebody who had no part in it, whatever their role: whoever proposed a change of it or took one out has seen it with the eyes
 * that wrote it. What they did is told with the names of all who had a part.
 */
export function canPublishDraft(actor: Actor, contributors: readonly Contributor[]): Decision {
  const allowed = canKeepLexicon("publish", actor);
  if (!allowed.allowed) return allowed;
  const own = contributors.find(({ personId }) => personId === actor.personId);
  if (own === undefined) return { allowed: true };
  const names = contributors.map(({ name }) => name);
  const { proposed, withdrawn } = own;
  const zh = [...(proposed > 0 ? [`提出${proposed}项`] : []), ...(withdrawn > 0 ? [`撤回${withdrawn}项`] : [])].join("、");
  const en = [...(proposed > 0 ? [`proposed ${proposed}`] : []), ...(withdrawn > 0 ? [`took back ${withdrawn}`] : [])].join(", ");
  return deny(
    `您参与过本草案（${zh}），须由没有参与的另一人核对后发布；参与人：${names.join("、")}`,
    `you had a part in this draft (${en}); somebody who had none has to look at it and publish it. Contributors: ${names.join(", ")}`,
  );
}

/** 可以发布的人 the persons of the office who may publish the draft. */
export function choosePublishers<Person extends { readonly id: string; readonly roles: readonly string[] }>(
  persons: readonly Person[],
  contributors: readonly Contributor[],
): Person[] {
  const roles: readonly string[] = MAY.publish;
  const wrote = new Set(contributors.map(({ personId }) => personId));
  return persons.filter((person) => !wrote.has(person.id) && person.roles.some((role) => roles.includes(role)));
}

function deny(zh: string, en: string): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}
