import { useQuery } from "@tanstack/react-query";
import { ProtectedGroups } from "#groups/groups.contract.ts";
import { request } from "#web/app/request.ts";

/** Special groups and scale of a count, small cells hidden by the server so that none can be computed; asks nothing without a count. */
export function useGroups(countId: string | null) {
  return useQuery({
    queryKey: ["count", countId, "groups"],
    enabled: countId !== null,
    queryFn: ({ signal }) => request(ProtectedGroups, `/counts/${countId}/groups`, { signal }),
  });
}
