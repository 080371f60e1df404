import type { Actor } from "#access/access.contract.ts";
import type { CaseFacts, Decision } from "#cases/case.policy.ts";
import { isMemberOn } from "#cases/case.ts";
import type { MemberRole } from "#cases/cases.contract.ts";
import type { DocumentActionType } from "#legal-documents/legal-documents.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import { refuse } from "#refusals/refusal.ts";

type Ability = DocumentActionType | "draft" | "recall";

/**
 * Who may do what to a document: parts in the case team today, and roles in the office whose document it is. One that lies in no case (a clue
 * that is handed on) is the office's own. What is not named is refused.
 */
const MAY = {
  draft: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager", "leader"] },
  edit: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager", "leader"] },
  submit: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager", "leader"] },
  approve: { members: [], office: ["leader"] },
  return: { members: [], office: ["leader"] },
  issue: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager", "leader"] },
  serve: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager"] },
  "record-receipt": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager"] },
  withdraw: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager", "leader"] },
  // What went out bears a number: to call it back is for who answers for the office.
  recall: { members: [], office: ["leader"] },
} as const satisfies Record<Ability, { members: readonly MemberRole[]; office: readonly Role[] }>;

const RULES = {
  draft: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以拟制文书",
    en: "only prosecutors of the case team and the case managers and leaders of the office write documents",
  },
  edit: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以修改文书",
    en: "only prosecutors of the case team and the case managers and leaders of the office change documents",
  },
  submit: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以提交审批",
    en: "only prosecutors of the case team and the case managers and leaders of the office submit documents",
  },
  approve: { zh: "仅制作文书的人民检察院的院领导可以审批", en: "only leaders of the office whose document it is approve it" },
  return: { zh: "仅制作文书的人民检察院的院领导可以退回", en: "only leaders of the office whose document it is return it" },
  issue: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以签发",
    en: "only prosecutors of the case team and the case managers and leaders of the office issue documents",
  },
  serve: {
    zh: "仅办案组中的检察官和本院案管人员可以登记送达",
    en: "only prosecutors of the case team and the case managers of the office record service",
  },
  "record-receipt": {
    zh: "仅办案组中的检察官和本院案管人员可以登记送达回证",
    en: "only prosecutors of the case team and the case managers of the office record receipts",
  },
  withdraw: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以撤回文书",
    en: "only prosecutors of the case team and the case managers and leaders of the office withdraw a document",
  },
  recall: { zh: "已签发的文书仅本院院领导可以撤回", en: "what was issued is withdrawn by leaders of the office only" },
  manage: {
    zh: "仅本院案管人员和院领导可以管理文书模板和代字",
    en: "only case managers and leaders of the office manage its templates and its short name",
  },
} as const;

/** Members of the case and the case's office; null: a document about no case. */
export type DocumentPlace = { readonly officeCode: string; readonly facts: CaseFacts | null };

/** May this person do this to a document of that office on the given day? `issued`: it has gone out. */
export function canHandleDocument(
  act: DocumentActionType | "draft",
  actor: Actor,
  place: DocumentPlace,
  today: string,
  issued = false,
): Decision {
  const ability: Ability = act === "withdraw" && issued ? "recall" : act;
  const { members, office }: { members: readonly MemberRole[]; office: readonly Role[] } = MAY[ability];
  const isMember = place.facts?.members.some(
    (one) => one.personId === actor.personId && members.includes(one.role) && isMemberOn(one, today),
  );
  // About no case: the office's prosecutors stand where the team would.
  const roles: readonly Role[] = place.facts === null && members.length > 0 ? [...office, "criminal-prosecutor", "pil-prosecutor"] : office;
  const isOfOffice = actor.officeCode === place.officeCode && roles.some((role) => actor.roles.includes(role));
  return isMember || isOfOffice ? ALLOWED : deny(ability);
}

/** May this person change templates and the short name of their own office? */
export function canManageTemplates(actor: Actor): Decision {
  return actor.roles.includes("case-manager") || actor.roles.includes("leader") ? ALLOWED : deny("manage");
}

const ALLOWED: Decision = { allowed: true };

function deny(rule: keyof typeof RULES): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: RULES[rule].zh, "rule.en": RULES[rule].en }) };
}
