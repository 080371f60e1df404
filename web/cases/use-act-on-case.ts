import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ActOnCaseRequest, CaseDetail } from "#cases/cases.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf, request } from "#web/app/request.ts";

/** Does one thing to a case. When somebody else was faster the newer case is read, so that pressing again goes through. */
export function useActOnCase(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ActOnCaseRequest) => request(CaseDetail, `/cases/${caseId}/actions`, { method: "POST", body }),
    onSuccess: (detail) => {
      void keepAnswer(client, ["case", caseId], detail);
      void client.invalidateQueries({ queryKey: ["case", caseId, "events"] });
      void client.invalidateQueries({ queryKey: ["cases"] });
    },
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["case", caseId] }) : undefined),
  });
}
