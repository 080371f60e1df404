import type { Actor } from "#access/access.contract.ts";
import type { CaseFacts, Decision } from "#cases/case.policy.ts";
import { isMemberOn } from "#cases/case.ts";
import type { MemberRole } from "#cases/cases.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import type { RecommendationActionType } from "#recommendations/recommendation-event.contract.ts";
import { refuse } from "#refusals/refusal.ts";

const TEAM = ["owner", "criminal-prosecutor", "pil-prosecutor"] as const;
/** Who may do what: members of the case team, and roles in the recommendation's office. What is decided by the chief procurator is a leader's. */
const MAY = {
  draft: { members: TEAM, office: [] },
  revise: { members: TEAM, office: [] },
  review: { members: TEAM, office: ["leader"] },
  "record-route": { members: TEAM, office: ["leader"] },
  approve: { members: [], office: ["leader"] },
  return: { members: [], office: ["leader"] },
  issue: { members: TEAM, office: ["leader"] },
  file: { members: TEAM, office: ["case-manager"] },
  object: { members: TEAM, office: ["case-manager"] },
  "decide-objection": { members: [], office: ["leader"] },
  reply: { members: TEAM, office: ["case-manager"] },
  check: { members: [...TEAM, "technician"], office: [] },
  "plan-recheck": { members: TEAM, office: ["leader"] },
  escalate: { members: [], office: ["leader"] },
  withdraw: { members: [], office: ["leader"] },
  close: { members: TEAM, office: ["leader"] },
} as const satisfies Record<
  RecommendationActionType | "draft",
  { readonly members: readonly MemberRole[]; readonly office: readonly Role[] }
>;
export type RecommendationAbility = keyof typeof MAY;

/** May this person do this? `officeCode`: the office that makes the recommendation. Deny by default. */
export function canHandleRecommendation(
  ability: RecommendationAbility,
  actor: Actor,
  { members }: Pick<CaseFacts, "members">,
  officeCode: string,
  today: string,
): Decision {
  const may: { readonly members: readonly MemberRole[]; readonly office: readonly Role[] } = MAY[ability];
  const isMember = members.some((one) => one.personId === actor.personId && may.members.includes(one.role) && isMemberOn(one, today));
  const isOfOffice = actor.officeCode === officeCode && may.office.some((role) => actor.roles.includes(role));
  if (isMember || isOfOffice) return { allowed: true };
  const names = [...may.members.map((role) => PARTS[role]), ...may.office.map((role) => PARTS[role])];
  return {
    allowed: false,
    refusal: refuse("not-permitted", {
      rule: `仅${names.map(({ zh }) => zh).join("、")}可以进行`,
      "rule.en": `only for ${names.map(({ en }) => en).join(", ")}`,
    }),
  };
}

const PARTS = {
  owner: { zh: "案件承办人", en: "the owner of the case" },
  "criminal-prosecutor": { zh: "办案组中的刑事检察官", en: "criminal prosecutors of the team" },
  "pil-prosecutor": { zh: "办案组中的公益诉讼检察官", en: "PIL prosecutors of the team" },
  technician: { zh: "办案组中的检察技术人员", en: "technicians of the team" },
  "case-manager": { zh: "本院案管人员", en: "case managers of the office" },
  leader: { zh: "本院院领导（经检察长决定）", en: "leaders of the office (the chief procurator decides)" },
  auditor: { zh: "审计人员", en: "auditors" },
  administrator: { zh: "系统管理员", en: "administrators" },
} as const satisfies Record<MemberRole | Role, { zh: string; en: string }>;
