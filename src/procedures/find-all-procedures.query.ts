import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { type ProcedureParts, tableOf } from "#procedures/procedure-parts.ts";
import type { FindProceduresQuery, ProcedureSummaryList } from "#procedures/procedures.contract.ts";
import { findProcedures } from "#procedures/procedures.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

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
