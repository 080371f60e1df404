import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ActOnRecommendationRequest,
  CaseRecommendationList,
  type DraftRecommendationRequest,
  Recommendation,
  RecommendationBoard,
} from "#recommendations/recommendations.contract.ts";
import { failureOf, request } from "#web/app/request.ts";

/** Recommendations of a case and the table of types. */
export function useCaseRecommendations(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "recommendations"],
    queryFn: ({ signal }) => request(CaseRecommendationList, `/cases/${caseId}/recommendations`, { signal }),
  });
}

export function useRecommendation(id: string) {
  return useQuery({
    queryKey: ["recommendation", id],
    queryFn: ({ signal }) => request(Recommendation, `/recommendations/${id}`, { signal }),
  });
}

/** The board: one page, and the figures of all that the person sees. */
export function useRecommendationBoard(query: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ["recommendations", query],
    queryFn: ({ signal }) => request(RecommendationBoard, "/recommendations", { query, signal }),
  });
}

/** Drafts one, or acts on one; clocks and tracks of the case are read anew, also when somebody was faster. */
export function useKeepRecommendations(caseId: string) {
  const client = useQueryClient();
  const readAnew = () =>
    Promise.all(
      [["case", caseId], ["recommendation"], ["recommendations"], ["deadlines"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const draft = useMutation({
    mutationFn: (body: DraftRecommendationRequest) => request(Recommendation, `/cases/${caseId}/recommendations`, { method: "POST", body }),
    onSuccess: readAnew,
  });
  const act = useMutation({
    mutationFn: ({ id, ...body }: ActOnRecommendationRequest & { readonly id: string }) =>
      request(Recommendation, `/recommendations/${id}/actions`, { method: "POST", body }),
    onSuccess: readAnew,
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? readAnew() : undefined),
  });
  return { draft, act };
}
