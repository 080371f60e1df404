import { useQuery } from "@tanstack/react-query";
import { ConfirmedFactList } from "#case-documents/case-documents.contract.ts";
import { request } from "#web/app/request.ts";

/** What persons confirmed of the documents of a case. */
export function useConfirmedFacts(caseId: string) {
  return useQuery({
    queryKey: ["confirmed-facts", caseId],
    queryFn: ({ signal }) => request(ConfirmedFactList, `/cases/${caseId}/confirmed-facts`, { signal }),
  });
}
