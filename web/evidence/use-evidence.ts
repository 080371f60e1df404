import { useQuery } from "@tanstack/react-query";
import { EvidenceDetail } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";

export function useEvidence(evidenceId: string) {
  return useQuery({
    queryKey: ["evidence", evidenceId],
    queryFn: ({ signal }) => request(EvidenceDetail, `/evidence/${evidenceId}`, { signal }),
  });
}
