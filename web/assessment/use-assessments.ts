import { useQuery } from "@tanstack/react-query";
import { AssessmentList } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

export function useAssessments(caseId: string) {
  return useQuery({
    queryKey: ["assessments", caseId],
    queryFn: ({ signal }) => request(AssessmentList, `/cases/${caseId}/assessments`, { signal }),
  });
}
