import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { Count, type RequestCountRequest } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

export function useRequestCount(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.infer<typeof RequestCountRequest>) => request(Count, `/cases/${caseId}/counts`, { method: "POST", body }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["counts"] }), client.invalidateQueries({ queryKey: ["case", caseId] })]),
  });
}
