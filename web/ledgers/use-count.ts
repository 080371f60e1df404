import { useQuery } from "@tanstack/react-query";
import { CountDetail } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

/** A count with its figures once it is done. */
export function useCount(countId: string | null) {
  return useQuery<CountDetail>({
    queryKey: ["count", countId],
    enabled: countId !== null,
    // the figures of a finished count never change, and a count of thousands of sheets is megabytes
    staleTime: ({ state }) => (state.data?.status === "done" ? Number.POSITIVE_INFINITY : 5_000),
    queryFn: ({ signal }) => request(CountDetail, `/counts/${countId}`, { signal }),
  });
}
