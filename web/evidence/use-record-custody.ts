import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { EvidenceDetail, type RecordCustodyRequest } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";
import { useKeepEvidence } from "#web/evidence/use-keep-evidence.ts";

export function useRecordCustody(evidenceId: string) {
  return useMutation({
    mutationFn: (body: z.infer<typeof RecordCustodyRequest>) =>
      request(EvidenceDetail, `/evidence/${evidenceId}/custody`, { method: "POST", body }),
    ...useKeepEvidence(evidenceId),
  });
}
