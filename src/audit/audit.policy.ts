import type { Actor } from "#access/access.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** What stands between the asker and the entries: no case named, or a case that this person cannot see, can see, or works on. */
export type AuditScope = "everything" | "hidden-case" | "visible-case" | "own-case";

/**
 * Who may read entries: the auditor all of them (an entry holds no content of a case); a member of a case those of that case.
 * A leader or case manager who sees a case without being a member may not. A hidden case is not found, so that nobody learns of it.
 */
export function mayReadAudit(actor: Pick<Actor, "roles">, scope: AuditScope): Outcome<null> {
  if (actor.roles.includes("auditor")) return done(null);
  switch (scope) {
    case "own-case":
      return done(null);
    case "hidden-case":
      return refuse("not-found");
    case "visible-case":
      return refuse("not-permitted", {
        rule: "只有本案承办人员和审计人员可以查看该案的操作留痕",
        "rule.en": "only for those who work on the case, and auditors",
      });
    case "everything":
      return refuse("not-permitted", {
        rule: "只有审计人员可以查看全部操作留痕；承办人员请从案件进入",
        "rule.en": "the whole audit is for auditors; whoever works on a case reads it from the case",
      });
    default:
      return scope satisfies never;
  }
}

/** Who may have the whole chain verified: the auditor. */
export function mayVerifyAudit(actor: Pick<Actor, "roles">): Outcome<null> {
  return actor.roles.includes("auditor")
    ? done(null)
    : refuse("not-permitted", { rule: "只有审计人员可以核验留痕链", "rule.en": "only auditors verify the chain" });
}
