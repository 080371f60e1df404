import type { Actor } from "#access/access.contract.ts";
import { type CaseFacts, canDo, type Decision } from "#cases/case.policy.ts";

/** May this person start, extend, end or correct a clock of the case? Its prosecutors, and who manages cases in its office. */
export function canKeepDeadlines(actor: Actor, facts: CaseFacts, today: string): Decision {
  const manages = canDo("move-stage", actor, facts, today);
  return manages.allowed ? manages : canDo("assess", actor, facts, today);
}
