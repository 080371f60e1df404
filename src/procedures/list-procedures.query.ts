import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import { HANDLER_ROLE } from "#procedures/handler-role.ts";
import { canOpenProcedure } from "#procedures/procedure.policy.ts";
import { type ProcedureParts, tableOf } from "#procedures/procedure-parts.ts";
import type { FindProceduresQuery, Procedure, ProcedureList, ProcedureSummaryList } from "#procedures/procedures.contract.ts";
import { findIdsOfCase, findProcedures } from "#procedures/procedures.store.ts";
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

/** 程序一览 the procedures of every case the person sees, a page of them. */
export async function findAllProcedures(
  { database, tables }: ProcedureParts,
  { actor, requestId }: Asking,
  { open, ...filter }: z.infer<typeof FindProceduresQuery>,
): Promise<Outcome<ProcedureSummaryList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const { total, rows } = await findProcedures(tx, {
      kind: filter.kind,
      state: filter.state,
      page: filter.page,
      size: filter.size,
      open: open === undefined ? undefined : open === "true",
    });
    await appendEntry(tx, { event: { kind: "work-read", thing: "procedure", found: rows.length }, actor, caseId: null, requestId });
    const items = rows.map((row) => {
      const table = tableOf(tables, row.kind);
      const state = table.states.find(({ id }) => id === row.state);
      return {
        id: row.id,
        caseId: row.case_id,
        kind: row.kind,
        kindName: table.name,
        title: row.title,
        number: row.number,
        office: { code: row.office_code, name: { zh: row.name_zh, en: row.name_en } },
        handler: { id: row.handler, name: row.handler_name },
        state: { id: row.state, name: state?.name ?? { zh: row.state, en: row.state }, final: state?.final ?? false },
        since: row.since,
        open: row.open,
      };
    });
    return done({ items, total });
  });
}
