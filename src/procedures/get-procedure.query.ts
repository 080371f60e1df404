import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import type { ProcedureParts } from "#procedures/procedure-parts.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 一个程序 */
export async function getProcedure({ database, tables }: ProcedureParts, asking: Asking, id: string): Promise<Outcome<Procedure>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const procedure = await describeProcedure(tx, tables, asking, id);
    if (!procedure) return refuse("not-found", { what: "procedure" });
    await appendEntry(tx, { event: { kind: "work-read", thing: "procedure", found: 1 }, actor, caseId: procedure.caseId, requestId });
    return done(procedure);
  });
}
