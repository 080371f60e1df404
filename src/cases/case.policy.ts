import type { Actor } from "#access/access.contract.ts";
import { isMemberOn, type Membership, STAGE_NAMES } from "#cases/case.ts";
import { CaseAbility, type MemberRole, type Stage } from "#cases/cases.contract.ts";
import type { Role } from "#offices/offices.contract.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/** What the policy needs to know of a case. */
export type CaseFacts = { readonly stage: Stage; readonly officeCode: string; readonly members: readonly Membership[] };

/**
 * Who may do what: members of the case team by their part in it today, people of the case's own office by their role.
 * What is not in the table is denied. A case that is visible is not therefore open to change.
 */
const MAY = {
  rename: { members: ["owner"], office: ["case-manager", "leader"] },
  "move-stage": { members: ["owner"], office: ["case-manager", "leader"] },
  "add-party": { members: ["owner"], office: ["case-manager", "leader"] },
  "correct-party": { members: ["owner"], office: ["case-manager", "leader"] },
  "remove-party": { members: ["owner"], office: ["case-manager", "leader"] },
  "add-member": { members: ["owner"], office: ["case-manager", "leader"] },
  "end-membership": { members: ["owner"], office: ["case-manager", "leader"] },
  "take-in-evidence": { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: ["case-manager"] },
  "change-custody": { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: ["case-manager"] },
  count: { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: [] },
  "correct-count": { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: [] },
  "record-deliveries": { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: [] },
  "calculate-gains": { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: [] },
  sample: { members: ["owner", "criminal-prosecutor", "pil-prosecutor", "technician"], office: [] },
  // 逐条核实 is a prosecutor's finding; to print without it is for who answers for the case.
  "decide-items": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  "override-proof": { members: ["owner"], office: ["leader"] },
  assess: { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  sign: { members: ["owner", "criminal-prosecutor"], office: [] },
  "keep-measures": { members: ["owner", "criminal-prosecutor"], office: ["case-manager"] },
  // Which evidence proves what is a prosecutor's finding, of either side.
  "keep-outlines": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  "compose-damages": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  "decide-damages": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  "keep-compensation": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: ["case-manager"] },
  "keep-remedies": { members: ["owner", "criminal-prosecutor", "pil-prosecutor"], office: [] },
  "keep-leniency": { members: ["owner", "criminal-prosecutor"], office: [] },
} as const satisfies Record<CaseAbility, { members: readonly MemberRole[]; office: readonly Role[] }>;

const OPENERS = ["case-manager", "criminal-prosecutor", "pil-prosecutor", "leader"] as const satisfies readonly Role[];

/** Instalments are paid and promises kept long after the case is closed. */
const OUTLIVES = ["keep-compensation", "keep-remedies"] as const satisfies readonly CaseAbility[];

const PROSECUTORS = ["criminal-prosecutor", "pil-prosecutor"] as const satisfies readonly Role[];

const RULES = {
  open: {
    zh: "仅本院的案管人员、检察官和院领导可以受理案件",
    en: "only case managers, prosecutors and leaders of the office accept cases",
  },
  closed: {
    zh: "案件已办结，仅本院院领导可以说明理由后重新启动",
    en: "the case is closed; only a leader of its office may take it up again, with a reason",
  },
  change: {
    zh: "仅承办人、本院案管人员和院领导可以变更案件",
    en: "only the owner and the case managers and leaders of its office change a case",
  },
  work: {
    zh: "仅办案组成员和本院案管人员可以接收证据、维护保管链",
    en: "only the case team and the case managers of its office handle its evidence",
  },
  count: { zh: "仅办案组成员可以发起、取消或者重跑统计", en: "only the case team starts, cancels or repeats a count" },
  "correct-count": { zh: "仅办案组成员可以更正统计的口径", en: "only the case team corrects what a count goes by" },
  "record-deliveries": { zh: "仅办案组成员可以记录流转情况", en: "only the case team records deliveries" },
  "calculate-gains": {
    zh: "仅办案组成员可以导入流水、计算违法所得",
    en: "only the case team imports money flows and calculates gains",
  },
  sample: {
    zh: "仅办案组成员可以设计抽样、记录核对结果",
    en: "only the case team designs samples and records what was found",
  },
  "decide-items": { zh: "仅办案组中的检察官可以逐条核实", en: "only prosecutors of the case team decide items one by one" },
  "override-proof": {
    zh: "仅承办人和本院院领导可以在未逐条核实时出具数字",
    en: "only the owner and the leaders of its office print figures whose items are not all decided",
  },
  assess: { zh: "仅办案组中的检察官可以起草评估", en: "only prosecutors of the case team draft an assessment" },
  sign: {
    zh: "仅承办人和办案组中的刑事检察官可以签署评估",
    en: "only the owner and the criminal prosecutors of the case team sign an assessment",
  },
  "keep-measures": {
    zh: "仅承办人、办案组中的刑事检察官和本院案管人员可以记录强制措施",
    en: "only the owner and criminal prosecutors of the case team and the case managers of its office record compulsory measures",
  },
  "keep-outlines": {
    zh: "仅承办人和办案组中的检察官可以认定证明关系、起草提纲",
    en: "only the owner and the prosecutors of the case team say what evidence proves and write outlines",
  },
  remedies: {
    zh: "仅承办人和办案组中的检察官可以起草赔偿、记录修复和合规整改",
    en: "only the owner and the prosecutors of the case team draft damages and keep remedies and compliance plans",
  },
  "decide-damages": {
    zh: "仅承办人和办案组中的检察官可以决定赔偿请求、取舍重复部分",
    en: "only prosecutors among the owner and the case team decide a claim and what overlaps",
  },
  "keep-compensation": {
    zh: "仅承办人、办案组中的检察官和本院案管人员可以登记赔偿款",
    en: "only the owner, the prosecutors of the case team and the case managers of its office keep the compensation ledger",
  },
  "keep-leniency": {
    zh: "仅承办人和办案组中的刑事检察官可以办理认罪认罚",
    en: "only the owner and the criminal prosecutors of the case team keep the leniency record",
  },
  rows: {
    zh: "仅办案组成员、本院案管人员和院领导可以查看明细记录",
    en: "only the case team and the case managers and leaders of its office see the rows",
  },
} as const;

const RULE_OF = {
  rename: "change",
  "move-stage": "change",
  "add-party": "change",
  "correct-party": "change",
  "remove-party": "change",
  "add-member": "change",
  "end-membership": "change",
  "take-in-evidence": "work",
  "change-custody": "work",
  count: "count",
  "correct-count": "correct-count",
  "record-deliveries": "record-deliveries",
  "calculate-gains": "calculate-gains",
  sample: "sample",
  "decide-items": "decide-items",
  "override-proof": "override-proof",
  assess: "assess",
  sign: "sign",
  "keep-measures": "keep-measures",
  "keep-outlines": "keep-outlines",
  "compose-damages": "remedies",
  "decide-damages": "decide-damages",
  "keep-compensation": "keep-compensation",
  "keep-remedies": "remedies",
  "keep-leniency": "keep-leniency",
} as const satisfies Record<CaseAbility, keyof typeof RULES>;

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

/** May this person accept a case for their own office? */
export function canOpenCase(actor: Actor): Decision {
  return OPENERS.some((role) => actor.roles.includes(role)) ? ALLOWED : deny("open");
}

/** May this person do this to the case on the given day? Deny by default. */
export function canDo(ability: CaseAbility, actor: Actor, facts: CaseFacts, today: string): Decision {
  if (facts.stage === "closed") {
    const outlives = OUTLIVES.some((one) => one === ability);
    if (outlives) return canDo(ability, actor, { ...facts, stage: "trial" }, today);
    if (ability !== "move-stage")
      return canDo(ability, actor, { ...facts, stage: "trial" }, today).allowed ? stateRefusal(facts.stage) : deny(RULE_OF[ability]);
    return isOfOffice(actor, facts, ["leader"]) ? ALLOWED : deny("closed");
  }
  const { members, office }: { members: readonly MemberRole[]; office: readonly Role[] } = MAY[ability];
  // A signature is a prosecutor's act: the part in the case alone does not make one (the technician never signs).
  if (ability === "sign" && !actor.roles.includes("criminal-prosecutor")) return deny("sign");
  if (ability === "decide-damages" && !PROSECUTORS.some((role) => actor.roles.includes(role))) return deny("decide-damages");
  return isMember(actor, facts, members, today) || isOfOffice(actor, facts, office) ? ALLOWED : deny(RULE_OF[ability]);
}

/** Everything the person may do to the case on that day, in the order of the table: what the screens offer. */
export function abilitiesOf(actor: Actor, facts: CaseFacts, today: string): CaseAbility[] {
  return CaseAbility.options.filter((ability) => canDo(ability, actor, facts, today).allowed);
}

/** May this person see masked rows behind the figures? Leaders of other offices see figures only. */
export function canSeeRows(actor: Actor, facts: CaseFacts, today: string): Decision {
  const member = facts.members.some((one) => one.personId === actor.personId && isMemberOn(one, today));
  return member || isOfOffice(actor, facts, ["case-manager", "leader"]) ? ALLOWED : deny("rows");
}

const ALLOWED: Decision = { allowed: true };

function isMember(actor: Actor, facts: CaseFacts, roles: readonly MemberRole[], today: string): boolean {
  return facts.members.some((one) => one.personId === actor.personId && roles.includes(one.role) && isMemberOn(one, today));
}

function isOfOffice(actor: Actor, facts: CaseFacts, roles: readonly Role[]): boolean {
  return actor.officeCode === facts.officeCode && roles.some((role) => actor.roles.includes(role));
}

function stateRefusal(stage: Stage): Decision {
  return { allowed: false, refusal: refuse("wrong-state", { state: STAGE_NAMES[stage].zh, "state.en": STAGE_NAMES[stage].en }) };
}

function deny(rule: keyof typeof RULES): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: RULES[rule].zh, "rule.en": RULES[rule].en }) };
}
