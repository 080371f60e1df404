import { useQuery } from "@tanstack/react-query";
import { AssessmentTree } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

/** The why-tree of a stored assessment; asks nothing without one. Read again with the assessments of its case, so that a signature shows. */
export function useAssessmentTree(caseId: string, assessmentId: string | null) {
  return useQuery({
    queryKey: ["assessments", caseId, "tree", assessmentId],
    // whether a count is proved changes with every decision on its items
    staleTime: 0,
    enabled: assessmentId !== null,
    queryFn: ({ signal }) => request(AssessmentTree, `/assessments/${assessmentId}/tree`, { signal }),
  });
}
