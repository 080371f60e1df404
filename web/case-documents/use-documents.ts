import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type AttachDocumentRequest,
  CaseDocument,
  CaseDocumentDetail,
  CaseDocumentList,
  type DecideFactRequest,
  DocumentPages,
  Reading,
} from "#case-documents/case-documents.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf, request } from "#web/app/request.ts";
import { createRequestId, useRequestId } from "#web/app/request-id.ts";
import { useProgress } from "#web/app/use-progress.ts";

/** Pages that are shown at once. */
export const PAGES_AT_ONCE = 20;

export function useDocuments(caseId: string, query: Readonly<Partial<Record<"query" | "page" | "size", string>>>) {
  return useQuery({
    queryKey: ["case-documents", caseId, query],
    queryFn: ({ signal }) => request(CaseDocumentList, `/cases/${caseId}/case-documents`, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** A document with its facts; null asks for none. */
export function useDocument(id: string | null) {
  return useQuery({
    queryKey: ["case-document", id],
    queryFn: ({ signal }) => request(CaseDocumentDetail, `/case-documents/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** Pages of one reading; a new reading has pages of its own. */
export function usePages(id: string, readingId: string, from: number) {
  return useQuery({
    queryKey: ["case-document-pages", id, readingId, from],
    queryFn: ({ signal }) => request(DocumentPages, `/case-documents/${id}/pages`, { query: { from, many: PAGES_AT_ONCE }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAttachDocument(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AttachDocumentRequest) => request(CaseDocument, `/cases/${caseId}/case-documents`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["case-documents", caseId] });
      void client.invalidateQueries({ queryKey: ["capture-funnel"] });
    },
  });
}

/** Reads again or gives up; two presses in a row are one change. */
export function useChangeReading(id: string, caseId: string) {
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (change: "readings" | "cancellation") =>
      request(CaseDocument, `/case-documents/${id}/${change}`, { method: "POST", body: { requestId: requestId.current() } }),
    onSuccess: requestId.renew,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["case-document", id] });
      void client.invalidateQueries({ queryKey: ["case-documents", caseId] });
    },
  });
}

/**
 * Confirms or rejects a fact. Decisions of one document go one after the other, each on the version the one before answered: who confirms two facts
 * in a row is not told that somebody else was faster.
 */
export function useDecideFact({ id, version }: Pick<CaseDocumentDetail, "id" | "version">) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `facts of ${id}` },
    mutationFn: (body: Omit<DecideFactRequest, "requestId" | "expectedVersion">) => {
      const expectedVersion = client.getQueryData<CaseDocumentDetail>(["case-document", id])?.version ?? version;
      const change = { ...body, expectedVersion, requestId: createRequestId() };
      return request(CaseDocumentDetail, `/case-documents/${id}/facts`, { method: "POST", body: change });
    },
    onSuccess: (detail) => keepAnswer(client, ["case-document", id], detail),
    // waited for: pressing again comes when the newer one is here
    onError: (error) =>
      failureOf(error).kind === "stale-version" ? client.invalidateQueries({ queryKey: ["case-document", id] }) : undefined,
  });
}

/** A reading as it goes on; when it is over the document, the list, the clues and the case are read anew. */
export function useReading({ id, caseId, reading }: Pick<CaseDocument, "id" | "caseId" | "reading">): Reading {
  const client = useQueryClient();
  const address = `/api/case-documents/${id}/progress`;
  const seen = useProgress({ address, shape: Reading, known: reading, status: reading.status }, () => {
    for (const queryKey of [["case-document", id], ["case-documents", caseId], ["clues"], ["capture-funnel"], ["case", caseId]])
      void client.invalidateQueries({ queryKey });
  });
  return seen.id === reading.id ? seen : reading;
}
