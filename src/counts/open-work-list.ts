import type { Asking } from "#cases/asking.ts";
import { canDo, canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseAbility } from "#cases/cases.contract.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import { findCountRow } from "#counts/counts.store.ts";
import type { Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** The line that everything on a work-list shares: the count is there for this person, they may do it, and it is finished. */
export async function openWorkList(
  tx: Tx,
  { actor, now }: Asking,
  countId: string,
  what: "read" | Extract<CaseAbility, "decide-items" | "override-proof">,
): Promise<Outcome<{ readonly caseId: string; readonly result: CountResult }>> {
  const row = await findCountRow(tx, countId, "none");
  const facts = row && (await findCaseFacts(tx, row.case_id, what === "read" ? "none" : "share"));
  if (!row || !facts) return refuse("not-found", { what: "count" });
  const today = officeDay(now);
  const decision = what === "read" ? canSeeRows(actor, facts, today) : canDo(what, actor, facts, today);
  if (!decision.allowed) return decision.refusal;
  if (row.status !== "done") return refuse("wrong-state", { state: STATUS_NAMES[row.status].zh, "state.en": STATUS_NAMES[row.status].en });
  return done({ caseId: row.case_id, result: CountResult.parse(row.result) });
}
