import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { EvidenceDetail, type VerifyEvidenceRequest } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";
import { useKeepEvidence } from "#web/evidence/use-keep-evidence.ts";

export function useVerifyEvidence(evidenceId: string) {
  return useMutation({
    mutationFn: (body: z.infer<typeof VerifyEvidenceRequest>) =>
      request(EvidenceDetail, `/evidence/${evidenceId}/verification`, { method: "POST", body }),
    ...useKeepEvidence(evidenceId),
  });
}
