import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CaseDetail, type OpenCaseRequest } from "#cases/cases.contract.ts";
import { request } from "#web/app/request.ts";

export function useOpenCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenCaseRequest) => request(CaseDetail, "/cases", { method: "POST", body }),
    onSuccess: (opened) => {
      client.setQueryData(["case", opened.id], opened);
      return client.invalidateQueries({ queryKey: ["cases"] });
    },
  });
}
