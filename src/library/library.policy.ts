import type { Actor } from "#access/access.contract.ts";
import type { Decision } from "#cases/case.policy.ts";
import { refuse } from "#refusals/refusal.ts";

/** Who searches: whoever handles cases. Technicians and administrators keep the machine, auditors read the record. */
const SEARCHERS = ["criminal-prosecutor", "pil-prosecutor", "case-manager", "leader"] as const;
const IMPORTERS = ["leader", "technician"] as const;

/** 检索 may this person compare documents? What they see of cases is the wall's business. */
export function canSearchLibrary(actor: Actor): Decision {
  return SEARCHERS.some((role) => actor.roles.includes(role))
    ? { allowed: true }
    : deny("仅检察官、案管人员和院领导可以检索类案", "only prosecutors, case managers and leaders search similar cases");
}

/** 入库 may this person take published judgments in? */
export function canImportJudgments(actor: Actor): Decision {
  return IMPORTERS.some((role) => actor.roles.includes(role))
    ? { allowed: true }
    : deny("仅院领导和检察技术人员可以导入裁判文书", "only leaders and technicians take judgments in");
}

function deny(zh: string, en: string): Decision {
  return { allowed: false, refusal: refuse("not-permitted", { rule: zh, "rule.en": en }) };
}
