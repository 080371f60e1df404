import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import type { ShapeList } from "#counts/counts.contract.ts";
import { findCountRow } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { CountResult } from "#scan/scan.contract.ts";

/** 表型 the shapes of a count's tables without its thousands of sources, and what corrections it was counted with. */
export async function getShapes(
  database: Database,
  { actor, requestId }: Asking,
  countId: string,
): Promise<Outcome<z.infer<typeof ShapeList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const row = await findCountRow(tx, countId, "none");
    if (!row) return refuse("not-found", { what: "count" });
    if (row.status !== "done")
      return refuse("wrong-state", { state: STATUS_NAMES[row.status].zh, "state.en": STATUS_NAMES[row.status].en });
    const { shapes = [], options, corrections = [] } = CountResult.parse(row.result);
    await appendEntry(tx, { event: { kind: "count-read", countId, part: "shapes" }, actor, caseId: row.case_id, requestId });
    return done({ shapes, corrections: options.corrections ?? [], effects: corrections });
  });
}
