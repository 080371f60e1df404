import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ActOnProcedureRequest, type OpenProcedureRequest, Procedure, ProcedureList } from "#procedures/procedures.contract.ts";
import { failureOf, request } from "#web/app/request.ts";

/** Every track of a case, with what may come next on each. */
export function useCaseProcedures(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "procedures"],
    queryFn: ({ signal }) => request(ProcedureList, `/cases/${caseId}/procedures`, { signal }),
  });
}

/** Takes a step, corrects one, changes the handler. What hangs on it (clocks, stage, team) is read anew; so it is when somebody was faster. */
export function useActOnProcedure(caseId: string) {
  const client = useQueryClient();
  const readAnew = () =>
    Promise.all([client.invalidateQueries({ queryKey: ["case", caseId] }), client.invalidateQueries({ queryKey: ["deadlines"] })]);
  return useMutation({
    mutationFn: ({ id, ...body }: ActOnProcedureRequest & { readonly id: string }) =>
      request(Procedure, `/procedures/${id}/actions`, { method: "POST", body }),
    onSuccess: readAnew,
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (["stale-version", "wrong-step", "condition-not-met"].includes(failureOf(error).kind) ? readAnew() : undefined),
  });
}

/** Opens one more track on the case. */
export function useOpenProcedure(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenProcedureRequest) => request(Procedure, `/cases/${caseId}/procedures`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["case", caseId] }),
  });
}
