import type { Actor } from "#access/access.contract.ts";
import type { CaseFacts, Decision } from "#cases/case.policy.ts";
import { isMemberOn } from "#cases/case.ts";
import type { ProcedureKind, Step } from "#procedures/procedure-table.contract.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/** What the policy needs to know of a procedure and of its case. */
export type ProcedureFacts = { readonly officeCode: string; readonly handler: string; readonly facts: CaseFacts };

/** May this person open a procedure of this kind for an office? Members of the case, and who manages cases where it is to run or comes from. */
export function canOpenProcedure(actor: Actor, kind: ProcedureKind, facts: CaseFacts, officeCode: string, today: string): Decision {
  const member = facts.members.some((one) => one.personId === actor.personId && one.role !== "technician" && isMemberOn(one, today));
  const manages = [facts.officeCode, officeCode].includes(actor.officeCode) && actor.roles.some((role) => MANAGES.has(role));
  const wanted = kind === "criminal" ? "criminal-prosecutor" : kind.endsWith("pil") ? "pil-prosecutor" : null;
  const owns = facts.members.some((one) => one.personId === actor.personId && one.role === "owner" && isMemberOn(one, today));
  const takes = member && (wanted === null || actor.roles.includes(wanted));
  return owns || takes || manages ? ALLOWED : deny(RULES.open);
}

/** May this person take this step? By the step's own line in the table: parts in the procedure or the case, roles in its office. */
export function canTakeStep(step: Step, actor: Actor, { officeCode, handler, facts }: ProcedureFacts, today: string): Decision {
  const { members, office } = step.by;
  const isHandler = members.includes("handler") && handler === actor.personId;
  const isMember = facts.members.some((one) => one.personId === actor.personId && members.includes(one.role) && isMemberOn(one, today));
  const isOfOffice = actor.officeCode === officeCode && office.some((role) => actor.roles.includes(role));
  return isHandler || isMember || isOfOffice ? ALLOWED : deny(ruleOf(step));
}

/** May this person correct a step, or give the procedure another handler? Its handler, and case managers and leaders of its office. */
export function canCorrectProcedure(actor: Actor, { officeCode, handler }: Omit<ProcedureFacts, "facts">, handing: boolean): Decision {
  const manages = actor.officeCode === officeCode && actor.roles.some((role) => MANAGES.has(role));
  return manages || (!handing && handler === actor.personId) ? ALLOWED : deny(handing ? RULES.hand : RULES.correct);
}

const ALLOWED: Decision = { allowed: true };
const MANAGES: ReadonlySet<string> = new Set(["case-manager", "leader"]);
const RULES = {
  open: {
    zh: "仅办案组中的检察官和本院案管人员、院领导可以启动程序",
    en: "only prosecutors of the case team and the case managers and leaders of the office open a procedure",
  },
  correct: {
    zh: "仅承办人和本院案管人员、院领导可以更正程序步骤",
    en: "only the handler and the case managers and leaders of its office correct a step",
  },
  hand: {
    zh: "仅本院案管人员和院领导可以更换承办人",
    en: "only the case managers and leaders of its office change the handler",
  },
} as const;

const PARTS = {
  handler: { zh: "承办人", en: "the handler" },
  owner: { zh: "案件承办人", en: "the owner of the case" },
  "criminal-prosecutor": { zh: "刑事检察官", en: "criminal prosecutors" },
  "pil-prosecutor": { zh: "公益诉讼检察官", en: "PIL prosecutors" },
  technician: { zh: "检察技术人员", en: "technicians" },
  "case-manager": { zh: "案管人员", en: "case managers" },
  leader: { zh: "院领导", en: "leaders" },
  auditor: { zh: "审计人员", en: "auditors" },
  administrator: { zh: "系统管理员", en: "administrators" },
} as const;

/** Who takes a step, in words: parts in the procedure or the case, roles in its office. */
export function tellWhoTakes({ by }: Step): { zh: string; en: string } {
  const parts = [...new Set([...by.members, ...by.office])].map((part) => PARTS[part]);
  return { zh: parts.map(({ zh }) => zh).join("、"), en: parts.map(({ en }) => en).join(", ") };
}

function ruleOf(step: Step): { zh: string; en: string } {
  const { zh, en } = tellWhoTakes(step);
  return { zh: `“${step.name.zh}”由${zh}进行`, en: `"${step.name.en}" is for ${en}` };
}

function deny(rule: { readonly zh: string; readonly en: string }): { readonly allowed: false; readonly refusal: Refusal } {
  return { allowed: false, refusal: refuse("not-permitted", { rule: rule.zh, "rule.en": rule.en }) };
}
