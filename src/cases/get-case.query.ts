import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { describeCase } from "#cases/describe-case.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查看案件 one case with what the reader may do to it; the reading is an audit entry. */
export async function getCase(database: Database, asking: Asking, caseId: string): Promise<Outcome<CaseDetail>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const detail = await describeCase(tx, asking, caseId);
    if (!detail) return refuse("not-found", { what: "case" });
    await appendEntry(tx, { event: { kind: "case-read", part: "detail" }, actor, caseId, requestId });
    return done(detail);
  });
}
