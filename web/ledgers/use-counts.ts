import { useQuery } from "@tanstack/react-query";
import { CountList } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

/** Counts of a case, or all that run and the reader may see; read again every few seconds while one runs. */
export function useCounts(query: { readonly caseId: string } | { readonly running: "true" }) {
  return useQuery({
    queryKey: ["counts", query],
    queryFn: ({ signal }) => request(CountList, "/counts", { query, signal }),
    refetchInterval: (found) => (found.state.data?.items.some((count) => count.finishedAt === null) ? 5_000 : false),
  });
}
