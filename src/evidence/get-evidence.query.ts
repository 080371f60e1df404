import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { describeEvidence } from "#evidence/describe-evidence.query.ts";
import type { EvidenceDetail } from "#evidence/evidence.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 查看证据 one item with custody record, defects and timeline. */
export async function getEvidence(database: Database, { actor, requestId }: Asking, evidenceId: string): Promise<Outcome<EvidenceDetail>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const detail = await describeEvidence(tx, evidenceId);
    if (!detail) return refuse("not-found", { what: "evidence" });
    const event = { kind: "evidence-read" as const, evidenceId, purpose: "custody" };
    await appendEntry(tx, { event, actor, caseId: detail.caseId, requestId });
    return done(detail);
  });
}
