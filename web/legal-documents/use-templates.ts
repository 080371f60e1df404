import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { DocumentNumberList, ShortName } from "#legal-documents/legal-documents.contract.ts";
import { KindTemplates } from "#legal-documents/templates.contract.ts";
import { keepAnswer } from "#web/app/keep-answer.ts";
import { request } from "#web/app/request.ts";

export function useTemplates(kind: string) {
  return useQuery({
    queryKey: ["document-templates", kind],
    queryFn: ({ signal }) => request(KindTemplates, "/document-templates", { signal, query: { kind } }),
  });
}

/** Uploads a form, or goes back to the standard text (`file` null). */
export function useChangeTemplate(kind: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ requestId, file }: { readonly requestId: string; readonly file: File | null }) =>
      file === null
        ? request(KindTemplates, "/document-templates/standard", { method: "POST", body: { requestId, kind } })
        : request(KindTemplates, "/document-templates", {
            method: "POST",
            file,
            query: { requestId, kind, name: file.name.slice(0, 120) },
          }),
    onSuccess: async (templates) => {
      await keepAnswer(client, ["document-templates", kind], templates);
      return client.invalidateQueries({ queryKey: ["document-kinds"] });
    },
  });
}

export function useNumbers() {
  return useQuery({
    queryKey: ["document-numbers"],
    queryFn: ({ signal }) => request(DocumentNumberList, "/document-numbers", { signal }),
  });
}

export function useSetShortName() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly requestId: string; readonly shortName: string }) =>
      request(ShortName, "/office-short-name", { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["document-numbers"] }),
  });
}
