import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { changeCustody } from "#evidence/change-custody.command.ts";
import type { EvidenceDetail, RecordTransferRequest } from "#evidence/evidence.contract.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 登记移交 adds one hand-over. What contradicts the chain is recorded all the same and shown as a defect: the record says what was done. */
export function recordTransfer(
  database: Database,
  asking: Asking,
  evidenceId: string,
  { requestId, expectedVersion, transfer }: z.infer<typeof RecordTransferRequest>,
): Promise<Outcome<EvidenceDetail>> {
  const decide = () => done({ type: "transferred" as const, transfer });
  return changeCustody(database, asking, { name: "record-transfer", evidenceId, requestId, expectedVersion, decide });
}
