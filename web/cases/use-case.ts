import { useQuery } from "@tanstack/react-query";
import { CaseDetail } from "#cases/cases.contract.ts";
import { request } from "#web/app/request.ts";

export function useCase(caseId: string) {
  return useQuery({ queryKey: ["case", caseId], queryFn: ({ signal }) => request(CaseDetail, `/cases/${caseId}`, { signal }) });
}
