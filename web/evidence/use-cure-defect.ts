import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { type CureDefectRequest, EvidenceDetail } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";
import { useKeepEvidence } from "#web/evidence/use-keep-evidence.ts";

export function useCureDefect(evidenceId: string) {
  return useMutation({
    mutationFn: (body: z.infer<typeof CureDefectRequest>) =>
      request(EvidenceDetail, `/evidence/${evidenceId}/cures`, { method: "POST", body }),
    ...useKeepEvidence(evidenceId),
  });
}
