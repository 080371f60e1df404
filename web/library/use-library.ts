import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ClueLikeness,
  type FindSimilarRequest,
  LibraryDocument,
  LibraryImport,
  LibraryState,
  OwnDocuments,
  SimilarDocuments,
} from "#library/library.contract.ts";
import { request } from "#web/app/request.ts";

const AGAIN_MS = 2000;

/** What the library holds; read again while an import is under way. */
export function useLibrary() {
  return useQuery({
    queryKey: ["library"],
    queryFn: ({ signal }) => request(LibraryState, "/library", { signal }),
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ status }) => status === "waiting" || status === "running") === true ? AGAIN_MS : false,
  });
}

/** A question is asked when somebody presses the button. */
export function useFindSimilar() {
  return useMutation({ mutationFn: (body: FindSimilarRequest) => request(SimilarDocuments, "/library/similar", { method: "POST", body }) });
}

export function useOwnDocuments(words: string) {
  return useQuery({
    queryKey: ["library-own", words],
    queryFn: ({ signal }) =>
      request(OwnDocuments, "/library/own-documents", { query: { query: words === "" ? undefined : words }, signal }),
  });
}

export function useLibraryDocument(document: number) {
  return useQuery({
    queryKey: ["library-document", document],
    queryFn: ({ signal }) => request(LibraryDocument, "/library/document", { query: { document }, signal }),
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, requestId }: { readonly file: File; readonly requestId: string }) =>
      request(LibraryImport, "/library/imports", { method: "POST", file, query: { requestId, name: file.name.slice(0, 200) } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["library"] }),
  });
}

export function useClueLikeness(clueId: string) {
  return useQuery({
    queryKey: ["clue-likeness", clueId],
    queryFn: ({ signal }) => request(ClueLikeness, `/clues/${clueId}/likeness`, { signal }),
  });
}
