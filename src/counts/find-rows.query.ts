import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canSeeRows } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import { STATUS_NAMES } from "#counts/count.ts";
import type { CountRowList, FindRowsQuery } from "#counts/counts.contract.ts";
import { findCountRow, findRowRows } from "#counts/counts.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { CountResult, type LedgerLine } from "#scan/scan.contract.ts";

/** 明细记录 masked rows behind one figure of a finished count, with the way back to the evidence. */
export async function findRows(
  database: Database,
  { actor, now, requestId }: Asking,
  countId: string,
  query: z.infer<typeof FindRowsQuery>,
): Promise<Outcome<z.infer<typeof CountRowList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const row = await findCountRow(tx, countId, "none");
    const facts = row && (await findCaseFacts(tx, row.case_id, "none"));
    if (!row || !facts) return refuse("not-found", { what: "count" });
    const decision = canSeeRows(actor, facts, officeDay(now));
    if (!decision.allowed) return decision.refusal;
    if (row.status !== "done")
      return refuse("wrong-state", { state: STATUS_NAMES[row.status].zh, "state.en": STATUS_NAMES[row.status].en });
    const { items, kept } = await findRowRows(tx, countId, query);
    const total = totalOf(CountResult.parse(row.result).ledger.tiers[query.tier], query);
    const event = { kind: "rows-read" as const, countId, tier: query.tier, step: query.reason ?? query.step, rows: items.length };
    await appendEntry(tx, { event, actor, caseId: row.case_id, requestId });
    return done({ items, total, kept, page: query.page, size: query.size });
  });
}

function totalOf(line: LedgerLine, { step, reason }: z.infer<typeof FindRowsQuery>): number {
  switch (step) {
    case "distinct":
      return line.distinct;
    case "duplicate":
      return line.duplicates;
    case "excluded":
      return reason === undefined ? line.seized - line.valid : (line.excluded[reason] ?? 0);
  }
}
