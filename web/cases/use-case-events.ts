import { useQuery } from "@tanstack/react-query";
import { CaseEventList } from "#cases/cases.contract.ts";
import { request } from "#web/app/request.ts";

/** What happened to a case, in order. */
export function useCaseEvents(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "events"],
    queryFn: ({ signal }) => request(CaseEventList, `/cases/${caseId}/events`, { signal }),
  });
}
