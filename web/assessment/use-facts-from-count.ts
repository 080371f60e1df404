import { useQuery } from "@tanstack/react-query";
import { FactsFromCount } from "#assessments/assessments.contract.ts";
import { request } from "#web/app/request.ts";

/** What the facts of a new assessment begin with: a count, and in its place for what was done a table of deliveries, for money a calculation. */
export type FactSources = {
  readonly countId: string | null;
  readonly deliveryTableId: string | null;
  readonly calculationId: string | null;
};

/** Facts as far as a count, a table of deliveries and a calculation of gains can tell them; asks nothing without a count. */
export function useFactsFromCount(caseId: string, { countId, deliveryTableId, calculationId }: FactSources) {
  return useQuery({
    queryKey: ["facts-from-count", caseId, countId, deliveryTableId, calculationId],
    enabled: countId !== null,
    queryFn: ({ signal }) =>
      request(FactsFromCount, `/cases/${caseId}/assessments/facts`, {
        query: { countId: countId ?? "", deliveryTableId: deliveryTableId ?? undefined, calculationId: calculationId ?? undefined },
        signal,
      }),
  });
}
