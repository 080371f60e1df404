import { useQuery } from "@tanstack/react-query";
import { ProtectedGroups } from "#groups/groups.contract.ts";
import { request } from "#web/app/request.ts";

/** Special groups and scale of a count, small cells hidden by the server so that none can be computed. */
export function useGroups(countId: string) {
  return useQuery({
    queryKey: ["count", countId, "groups"],
    queryFn: ({ signal }) => request(ProtectedGroups, `/counts/${countId}/groups`, { signal }),
  });
}
