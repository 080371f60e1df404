import type { z } from "zod";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { describeItems } from "#evidence/describe-evidence.query.ts";
import type { EvidenceList } from "#evidence/evidence.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 证据目录 every piece of evidence of a case with its defects. */
export async function listEvidence(
  database: Database,
  { actor, requestId }: Asking,
  caseId: string,
): Promise<Outcome<z.infer<typeof EvidenceList>>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    if (!(await findCaseFacts(tx, caseId, "none"))) return refuse("not-found", { what: "case" });
    const items = await describeItems(tx, caseId);
    await appendEntry(tx, { event: { kind: "case-read", part: "evidence" }, actor, caseId, requestId });
    return done({ items });
  });
}
