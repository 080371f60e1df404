import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import { HANDLER_ROLE } from "#procedures/handler-role.ts";
import { canOpenProcedure } from "#procedures/procedure.policy.ts";
import type { ProcedureParts } from "#procedures/procedure-parts.ts";
import type { Procedure, ProcedureList } from "#procedures/procedures.contract.ts";
import { findIdsOfCase } from "#procedures/procedures.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 本案程序 every track of a case. */
export async function listCaseProcedures(
  { database, tables }: ProcedureParts,
  asking: Asking,
  caseId: string,
): Promise<Outcome<ProcedureList>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const today = officeDay(now);
    const items: Procedure[] = [];
    for (const id of await findIdsOfCase(tx, caseId)) {
      const procedure = await describeProcedure(tx, tables, asking, id);
      if (procedure) items.push(procedure);
    }
    await appendEntry(tx, { event: { kind: "case-read", part: "procedures" }, actor, caseId, requestId });
    const kinds = [...tables.values()].map(({ kind, name, standard }) => {
      const may = canOpenProcedure(actor, kind, facts, actor.officeCode, today).allowed;
      // A closed case may still be taken up for the public interest; its prosecution is over.
      return { kind, name, standard, handlerRole: HANDLER_ROLE[kind], may: may && !(kind === "criminal" && facts.stage === "closed") };
    });
    return done({ items, kinds, today });
  });
}
