import type { Calendar } from "#calendar/compute-period.ts";
import type { Database } from "#database/database.ts";
import type { ProcedureTable, ProcedureTables } from "#procedures/procedure-table.contract.ts";

/** What the operations on procedures are given. */
export type ProcedureParts = { readonly database: Database; readonly calendar: Calendar; readonly tables: ProcedureTables };

/** @throws when no table is loaded for the kind: the server would not have started */
export function tableOf(tables: ProcedureTables, kind: ProcedureTable["kind"]): ProcedureTable {
  const table = tables.get(kind);
  if (table === undefined) throw new Error(`no table of steps for ${kind}`);
  return table;
}
