import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ImportBundleRequest, ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { type ActOnTransferRequest, type HandOverRequest, Transfer, TransferList } from "#transfers/transfers.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf, request } from "#web/app/request.ts";

export type TransfersQuery = Readonly<Partial<Record<"side" | "clueId" | "open" | "overdue" | "page" | "size", string>>>;

export function useTransfers(query: TransfersQuery) {
  return useQuery({
    queryKey: ["transfers", query],
    queryFn: ({ signal }) => request(TransferList, "/transfers", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useTransfer(id: string) {
  return useQuery({ queryKey: ["transfer", id], queryFn: ({ signal }) => request(Transfer, `/transfers/${id}`, { signal }) });
}

/** Hands a clue over; the clue and the queue are read anew. */
export function useHandOver(clueId: string) {
  const client = useQueryClient();
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: HandOverRequest) => request(Transfer, `/clues/${clueId}/transfers`, { method: "POST", body }),
    onSuccess: (transfer) => {
      client.setQueryData(["transfer", transfer.id], transfer);
      readAnew();
    },
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["clue", clueId] }) : undefined),
  });
}

/** One step of a transfer. When somebody else was faster the newer one is read, so that pressing again goes through. */
export function useActOnTransfer(id: string) {
  const client = useQueryClient();
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: ActOnTransferRequest) => request(Transfer, `/transfers/${id}/actions`, { method: "POST", body }),
    onSuccess: (transfer) => {
      void keepAnswer(client, ["transfer", id], transfer).then(readAnew);
    },
    // waited for: pressing again comes when the newer one is here
    onError: (error) => (failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["transfer", id] }) : undefined),
  });
}

/** Takes a signed file in: a clue with its receipt, or the receipt of what this office sent. */
export function useImportBundle() {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: ImportBundleRequest) => request(ImportedBundle, "/transfer-bundles", { method: "POST", body }),
    onSuccess: readAnew,
  });
}

function useReadAnew(): () => void {
  const client = useQueryClient();
  return () => {
    // documents show their prompts with themselves
    for (const key of ["transfers", "transfer", "clues", "clue", "case-document", "case-documents"])
      void client.invalidateQueries({ queryKey: [key] });
  };
}
