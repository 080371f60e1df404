import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CaseCorrection, CaseCorrectionList } from "#counts/corrections.contract.ts";
import { request } from "#web/app/request.ts";

/** Corrections kept with a case. */
export function useCorrections(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "corrections"],
    queryFn: ({ signal }) => request(CaseCorrectionList, `/cases/${caseId}/corrections`, { signal }),
  });
}

/** Adds a correction, or withdraws one. Figures change with the next count. */
export function useCorrect(caseId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["case", caseId, "corrections"] });
  const add = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly countId: string; readonly correction: object }) =>
      request(CaseCorrection, `/cases/${caseId}/corrections`, { method: "POST", body }),
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string; readonly requestId: string; readonly reason: string }) =>
      request(CaseCorrection, `/cases/${caseId}/corrections/${id}/withdrawal`, { method: "POST", body }),
    onSuccess,
  });
  return { add, withdraw };
}
