import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { Role } from "#offices/offices.contract.ts";
import { refuse } from "#refusals/refusal.ts";
import type { TransferState } from "#transfers/transfer.ts";
import type { TransferActionType, TransferDepartment } from "#transfers/transfers.contract.ts";

type Side = "case-management" | "handing" | "receiving" | "superior";
type Rule = { readonly side: Side; readonly roles: readonly Role[]; readonly zh: string; readonly en: string };
const HANDLERS: readonly Role[] = ["leader", "pil-prosecutor", "criminal-prosecutor"];

/** Who does what: case management of the handing office is the hub, the receiving side takes and decides, its superior settles. */
const MAY = {
  register: {
    side: "case-management",
    roles: ["case-manager"],
    zh: "仅移送院的案管人员可以登记",
    en: "only case managers of the handing office register",
  },
  forward: {
    side: "case-management",
    roles: ["case-manager"],
    zh: "仅移送院的案管人员可以转送",
    en: "only case managers of the handing office forward",
  },
  withdraw: {
    side: "handing",
    roles: [...HANDLERS, "case-manager"],
    zh: "仅移送部门和移送院的案管人员可以撤回",
    en: "only the handing department and its case management withdraw",
  },
  receive: {
    side: "receiving",
    roles: [...HANDLERS, "case-manager"],
    zh: "仅接收方可以签收",
    en: "only the receiving side gives the receipt",
  },
  accept: {
    side: "receiving",
    roles: HANDLERS,
    zh: "仅接收方的检察官和院领导可以决定",
    en: "only prosecutors and leaders of the receiving side decide",
  },
  decline: {
    side: "receiving",
    roles: HANDLERS,
    zh: "仅接收方的检察官和院领导可以决定",
    en: "only prosecutors and leaders of the receiving side decide",
  },
  "report-up": {
    side: "receiving",
    roles: HANDLERS,
    zh: "仅接收方的检察官和院领导可以报告上级",
    en: "only prosecutors and leaders of the receiving side report up",
  },
  "feed-back": {
    side: "receiving",
    roles: HANDLERS,
    zh: "仅接收方的检察官和院领导可以反馈",
    en: "only prosecutors and leaders of the receiving side feed back",
  },
  settle: {
    side: "superior",
    roles: ["leader"],
    zh: "仅接收院的上一级人民检察院的院领导可以指定",
    en: "only leaders of the receiving office's superior settle it",
  },
} as const satisfies Record<TransferActionType, Rule>;

/** Where the transfer stands between: the offices of both sides, and the superior of the receiving one. */
export type TransferPlace = Pick<TransferState, "from" | "target" | "toOffice" | "byBundle"> & { readonly superior: string | null };

/** May this person do this to the transfer? What an organ outside did is recorded by the handing side. */
export function canActOnTransfer(
  action: TransferActionType,
  actor: Actor,
  { from, target, toOffice, byBundle, superior }: TransferPlace,
): Decision {
  const { side, roles, zh, en }: Rule = MAY[action];
  const office = side === "superior" ? superior : side === "receiving" ? ((byBundle ? null : toOffice) ?? from.office) : from.office;
  const hasRole = roles.some((role) => actor.roles.includes(role));
  const ofDepartment =
    side !== "receiving" || target.kind !== "department" || actor.roles.includes("case-manager") || worksIn(actor, target.department);
  if (actor.officeCode === office && hasRole && ofDepartment) return { allowed: true };
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}

/** May this person take signed files in for their office? */
export function canTakeBundles(actor: Actor): Decision {
  if (actor.roles.includes("case-manager") || actor.roles.includes("leader")) return { allowed: true };
  const [zh, en] = ["仅本院案管人员和院领导可以导入移送包", "only case managers and leaders take bundles in"];
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}

/** The people of a department: who is assigned to it, who has its prosecutors' role, and the leaders of the office. */
function worksIn({ department, roles }: Actor, wanted: TransferDepartment): boolean {
  return (
    department === wanted ||
    roles.includes("leader") ||
    (wanted === "pil" && roles.includes("pil-prosecutor")) ||
    (wanted === "criminal" && roles.includes("criminal-prosecutor"))
  );
}
