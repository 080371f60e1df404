import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { ClueActionType } from "#clues/clues.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import { refuse } from "#refusals/refusal.ts";

/** Who may do what to a clue that lies in the queue of their own office. What is not named is refused. */
const MAY = {
  register: ["case-manager", "leader", "pil-prosecutor", "criminal-prosecutor"],
  confirm: ["case-manager", "leader", "pil-prosecutor", "criminal-prosecutor"],
  correct: ["case-manager", "leader", "pil-prosecutor"],
  hold: ["leader", "pil-prosecutor", "criminal-prosecutor"],
  resume: ["leader", "pil-prosecutor", "criminal-prosecutor"],
  dismiss: ["leader", "pil-prosecutor", "criminal-prosecutor"],
  reopen: ["leader", "pil-prosecutor", "criminal-prosecutor"],
  merge: ["case-manager", "leader", "pil-prosecutor"],
  unmerge: ["case-manager", "leader", "pil-prosecutor"],
  split: ["case-manager", "leader", "pil-prosecutor"],
  unsplit: ["case-manager", "leader", "pil-prosecutor"],
  accept: ["leader", "pil-prosecutor", "criminal-prosecutor"],
  transfer: ["case-manager", "leader", "pil-prosecutor", "criminal-prosecutor"],
  /** retires or keeps a rule of the reading for the office */
  "decide-rule": ["leader", "pil-prosecutor"],
} as const satisfies Record<ClueActionType | "register" | "transfer" | "decide-rule", readonly Role[]>;

export type ClueAbility = keyof typeof MAY;

/** May this person do this to a clue of the given office? Only in their own office; leaders above look and order, they do not handle. */
export function canHandleClue(ability: ClueAbility, actor: Actor, officeCode: string): Decision {
  const roles: readonly Role[] = MAY[ability];
  if (actor.officeCode === officeCode && roles.some((role) => actor.roles.includes(role))) return { allowed: true };
  const [zh, en] = [roles.map((role) => NAMES[role].zh).join("、"), roles.map((role) => NAMES[role].en).join(", ")];
  return {
    allowed: false,
    refusal: refuse("not-permitted", {
      rule: `仅线索所在院的${zh}可以进行`,
      "rule.en": `only for ${en} of the office that holds the clue`,
    }),
  };
}

const NAMES = {
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutors" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "PIL prosecutors" },
  "case-manager": { zh: "案管人员", en: "case managers" },
  leader: { zh: "院领导", en: "leaders" },
  technician: { zh: "检察技术人员", en: "technicians" },
  auditor: { zh: "审计人员", en: "auditors" },
  administrator: { zh: "系统管理员", en: "administrators" },
} as const satisfies Record<Role, { zh: string; en: string }>;
