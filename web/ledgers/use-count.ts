import { useQuery } from "@tanstack/react-query";
import { CountDetail } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

/** A count with its figures once it is done. */
export function useCount(countId: string | null) {
  return useQuery({
    queryKey: ["count", countId],
    enabled: countId !== null,
    queryFn: ({ signal }) => request(CountDetail, `/counts/${countId}`, { signal }),
  });
}
