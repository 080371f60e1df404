import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { EvidenceDetail, type RecordTransferRequest } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";
import { useKeepEvidence } from "#web/evidence/use-keep-evidence.ts";

export function useRecordTransfer(evidenceId: string) {
  return useMutation({
    mutationFn: (body: z.infer<typeof RecordTransferRequest>) =>
      request(EvidenceDetail, `/evidence/${evidenceId}/transfers`, { method: "POST", body }),
    ...useKeepEvidence(evidenceId),
  });
}
