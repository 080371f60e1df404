import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CaseAssessment, type DraftAssessmentRequest } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

export function useDraftAssessment(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DraftAssessmentRequest) => request(CaseAssessment, `/cases/${caseId}/assessments`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["assessments", caseId] }),
  });
}
