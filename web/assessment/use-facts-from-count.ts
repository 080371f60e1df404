import { useQuery } from "@tanstack/react-query";
import { FactsFromCount } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

/** Facts as far as a count can tell them. */
export function useFactsFromCount(caseId: string, countId: string | null) {
  return useQuery({
    queryKey: ["facts-from-count", caseId, countId],
    enabled: countId !== null,
    queryFn: ({ signal }) => request(FactsFromCount, `/cases/${caseId}/assessments/facts`, { query: { countId: countId ?? "" }, signal }),
  });
}
