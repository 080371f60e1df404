import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { CaseCorrectionList } from "#counts/corrections.contract.ts";
import { findCorrectionRows } from "#counts/corrections.store.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 更正记录 every correction of a case, with who made it and why; withdrawn ones too. */
export async function listCorrections(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof CaseCorrectionList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const facts = await findCaseFacts(tx, caseId, "none");
    if (!facts) return refuse("not-found", { what: "case" });
    const items = await findCorrectionRows(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "corrections" }, actor, caseId, requestId });
    return done({ items });
  });
}
