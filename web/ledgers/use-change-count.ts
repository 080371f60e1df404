import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Count } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

/** Cancels a count, or runs one again that failed or was cancelled. */
export function useChangeCount(countId: string, change: "cancellation" | "retry") {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly requestId: string }) => request(Count, `/counts/${countId}/${change}`, { method: "POST", body }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["counts"] }), client.invalidateQueries({ queryKey: ["count", countId] })]),
  });
}
