import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ActOnDocumentRequest,
  DocumentKindList,
  type DraftDocumentRequest,
  DraftPreview,
  LegalDocument,
  LegalDocumentList,
  OfficeDocumentList,
} from "#legal-documents/legal-documents.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { failureOf, request } from "#web/app/request.ts";

export function useDocuments(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId, "documents"],
    queryFn: ({ signal }) => request(LegalDocumentList, `/cases/${caseId}/legal-documents`, { signal }),
  });
}

/** Documents of the own office that wait for approval; not `asked` where nobody wants to know. */
export function useWaiting(asked = true) {
  return useQuery({
    enabled: asked,
    queryKey: ["documents-waiting"],
    queryFn: ({ signal }) => request(OfficeDocumentList, "/legal-documents", { signal, query: { status: "submitted" } }),
  });
}

export function useDocument(id: string) {
  return useQuery({
    queryKey: ["document", id],
    queryFn: ({ signal }) => request(LegalDocument, `/legal-documents/${id}`, { signal }),
  });
}

export function useDocumentKinds() {
  return useQuery({
    queryKey: ["document-kinds"],
    queryFn: ({ signal }) => request(DocumentKindList, "/document-kinds", { signal }),
  });
}

/** What a document of the kind would say if it were drafted now. */
export function usePreview(caseId: string, kind: string, procedureId: string | undefined) {
  return useQuery({
    queryKey: ["case", caseId, "documents", "preview", kind, procedureId],
    queryFn: ({ signal }) => request(DraftPreview, `/cases/${caseId}/legal-documents/preview`, { signal, query: { kind, procedureId } }),
    enabled: kind !== "",
  });
}

export function useDraftDocument(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DraftDocumentRequest) => request(LegalDocument, `/cases/${caseId}/legal-documents`, { method: "POST", body }),
    onSuccess: (document) => {
      client.setQueryData(["document", document.id], document);
      return client.invalidateQueries({ queryKey: ["case", caseId, "documents"] });
    },
  });
}

/** Does one thing to a document. When somebody else was faster the newer one is read, so that pressing again goes through. */
export function useActOnDocument(caseId: string | null, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ActOnDocumentRequest) => request(LegalDocument, `/legal-documents/${id}/actions`, { method: "POST", body }),
    onSuccess: async (document) => {
      await keepAnswer(client, ["document", id], document);
      void client.invalidateQueries({ queryKey: ["document-numbers"] });
      void client.invalidateQueries({ queryKey: ["documents-waiting"] });
      // not waited for: the document is here, and what may be done with it next can be pressed
      void client.invalidateQueries({ queryKey: ["case", caseId, "documents"] });
    },
    // waited for: pressing again comes when the newer one is here
    onError: (error) =>
      ["stale-version", "wrong-state"].includes(failureOf(error).kind)
        ? client.invalidateQueries({ queryKey: ["document", id] })
        : undefined,
  });
}
