import { useQuery } from "@tanstack/react-query";
import { AssessmentTree } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

/** The why-tree of a stored assessment; asks nothing without one. */
export function useAssessmentTree(assessmentId: string | null) {
  return useQuery({
    queryKey: ["assessments", "tree", assessmentId],
    enabled: assessmentId !== null,
    queryFn: ({ signal }) => request(AssessmentTree, `/assessments/${assessmentId}/tree`, { signal }),
  });
}
