import { useQuery } from "@tanstack/react-query";
import { EvidenceList } from "#evidence/evidence.contract.ts";
import { request } from "#web/app/request.ts";

export function useEvidenceList(caseId: string) {
  return useQuery({
    queryKey: ["evidence-of", caseId],
    // an upload may have ended while another page was open
    staleTime: 0,
    queryFn: ({ signal }) => request(EvidenceList, `/cases/${caseId}/evidence`, { signal }),
  });
}
