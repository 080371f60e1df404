import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type AttachBatchRequest, DocumentBatch, DocumentBatchList } from "#case-documents/batches.contract.ts";
import { request } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { isMoving } from "#web/app/use-progress.ts";

const EVERY_MS = 1500;

/** Batches of a case, looked at again while one moves; what they enter is read anew with them. */
export function useBatches(caseId: string) {
  const client = useQueryClient();
  const batches = useQuery({
    queryKey: ["document-batches", caseId],
    queryFn: ({ signal }) => request(DocumentBatchList, `/cases/${caseId}/document-batches`, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => isMoving(status)) ? EVERY_MS : false),
  });
  const entered = (batches.data?.items ?? []).map(({ id, entered: many, status }) => `${id} ${many} ${status}`).join(" ");
  useEffect(() => {
    if (entered === "") return;
    for (const queryKey of [["case-documents", caseId], ["clues"], ["capture-funnel"], ["case", caseId]])
      void client.invalidateQueries({ queryKey });
  }, [client, caseId, entered]);
  return batches;
}

export function useAttachBatch(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AttachBatchRequest) => request(DocumentBatch, `/cases/${caseId}/document-batches`, { method: "POST", body }),
    onSuccess: () => {
      for (const queryKey of [
        ["document-batches", caseId],
        ["case-documents", caseId],
      ])
        void client.invalidateQueries({ queryKey });
    },
  });
}

/** Gives a batch up or goes on with it; its state makes a second press harmless. */
export function useChangeBatch(id: string, caseId: string) {
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (change: "cancellation" | "continuation") =>
      request(DocumentBatch, `/document-batches/${id}/${change}`, { method: "POST", body: { requestId: requestId.current() } }),
    onSuccess: requestId.renew,
    onSettled: () => client.invalidateQueries({ queryKey: ["document-batches", caseId] }),
  });
}
