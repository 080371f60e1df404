import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Fingerprint } from "#audit/fingerprint.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findSummaryRows } from "#cases/case-list.store.ts";
import type { CaseList, FindCasesQuery } from "#cases/cases.contract.ts";
import { presentSummary } from "#cases/describe-case.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 查找案件 one page of the visible cases that fit. Audited; of the words searched for (they may be a name) only a keyed fingerprint is kept. */
export async function findCases(
  { database, fingerprint }: { readonly database: Database; readonly fingerprint: Fingerprint },
  { actor, now, requestId }: Asking,
  query: z.infer<typeof FindCasesQuery>,
): Promise<Outcome<z.infer<typeof CaseList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const { total, rows } = await findSummaryRows(tx, query, actor.personId, officeDay(now));
    const words = query.query?.trim();
    const queryHash = words ? fingerprint(words).toString("hex") : null;
    const filters = { sort: query.sort, page: String(query.page), stage: query.stage, officeCode: query.officeCode, mine: query.mine };
    const given = Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    await appendEntry(tx, { event: { kind: "cases-searched", queryHash, filters: given, found: total }, actor, caseId: null, requestId });
    return done({ items: rows.map(presentSummary), total, page: query.page, size: query.size });
  });
}
