import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RemedyBooks } from "#remedies/books/books.contract.ts";
import { type RemedyAct, type RemedyBegin, RemedyList, RemedyRecord } from "#remedies/remedies.contract.ts";
import { request } from "#web/app/request.ts";
import { createRequestId } from "#web/app/request-id.ts";

/** Every record of remedies of a case. */
export function useRemedies(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "remedies"],
    queryFn: ({ signal }) => request(RemedyList, `/cases/${caseId}/remedies`, { signal }),
  });
}

/** Catalogue, rules of overlap, custodians; the same for every case. */
export function useRemedyBooks() {
  return useQuery({
    queryKey: ["law", "remedies"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => request(RemedyBooks, "/law/remedies", { signal }),
  });
}

/** Begins a record or acts on one; `requestId` is kept by the form, so that pressing again repeats the same change. */
export function useKeepRemedy(caseId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["case", caseId, "remedies"] });
  const begin = useMutation({
    mutationFn: ({ begin: what, requestId }: { readonly begin: RemedyBegin; readonly requestId: string }) =>
      request(RemedyRecord, `/cases/${caseId}/remedies`, { method: "POST", body: { requestId, begin: what } }),
    onSettled,
  });
  const act = useMutation({
    mutationFn: ({ id, version, act: what, requestId = createRequestId() }: ActOn) =>
      request(RemedyRecord, `/remedies/${id}/actions`, { method: "POST", body: { requestId, expectedVersion: version, act: what } }),
    onSettled,
  });
  return { begin, act };
}

type ActOn = { readonly id: string; readonly version: number; readonly act: RemedyAct; readonly requestId?: string };
