import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { changeCustody } from "#evidence/change-custody.command.ts";
import type { EvidenceDetail, RecordCustodyRequest } from "#evidence/evidence.contract.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 登记保管信息 enters the custody record anew; earlier ones stay among the events. */
export function recordCustody(
  database: Database,
  asking: Asking,
  evidenceId: string,
  { requestId, expectedVersion, custody }: z.infer<typeof RecordCustodyRequest>,
): Promise<Outcome<EvidenceDetail>> {
  const decide = () => done({ type: "custody-recorded" as const, custody });
  return changeCustody(database, asking, { name: "record-custody", evidenceId, requestId, expectedVersion, decide });
}
