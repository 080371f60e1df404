import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ItemDecisionsAnswer, type ItemState, WorkItemList, WorkListProgress, WorkListReport } from "#counts/work-list.contract.ts";
import { request } from "#web/app/request.ts";

export type ItemsQuery = { readonly state: ItemState; readonly tier: "A" | "B" | null };

/** Progress of the work-list and how often each rule was right. */
export function useWorkList(countId: string | null) {
  return useQuery({
    queryKey: ["count", countId, "work-list"],
    enabled: countId !== null,
    queryFn: ({ signal }) => request(WorkListReport, `/counts/${countId}/work-list`, { signal }),
  });
}

/** The first items of a state, masked. */
export function useItems(countId: string, { state, tier }: ItemsQuery) {
  return useQuery({
    queryKey: ["count", countId, "items", state, tier],
    queryFn: ({ signal }) =>
      request(WorkItemList, `/counts/${countId}/items`, { query: { state, size: 50, ...(tier === null ? {} : { tier }) }, signal }),
  });
}

export type Decide = {
  readonly requestId: string;
  readonly decision: "confirmed" | "rejected" | "anonymised" | "restored";
  readonly fingerprints: readonly string[];
  readonly reason: string | null;
};

/** Decides items, or takes decisions back. What stood in the lists is asked for again. */
export function useDecideItems(countId: string) {
  const client = useQueryClient();
  const settle = () => {
    void client.invalidateQueries({ queryKey: ["count", countId, "items"] });
    void client.invalidateQueries({ queryKey: ["count", countId, "work-list"] });
  };
  const decide = useMutation({
    mutationFn: (body: Decide) => request(ItemDecisionsAnswer, `/counts/${countId}/item-decisions`, { method: "POST", body }),
    onSuccess: settle,
  });
  const undo = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly fingerprints: readonly string[]; readonly reason: string | null }) =>
      request(ItemDecisionsAnswer, `/counts/${countId}/item-decisions/undo`, { method: "POST", body }),
    onSuccess: settle,
  });
  const override = useMutation({
    mutationFn: (body: { readonly requestId: string; readonly reason: string }) =>
      request(WorkListProgress, `/counts/${countId}/proof-override`, { method: "POST", body }),
    onSuccess: settle,
  });
  return { decide, undo, override };
}
