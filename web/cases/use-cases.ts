import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CaseList } from "#cases/cases.contract.ts";
import { request } from "#web/app/request.ts";

export type CasesQuery = Readonly<Partial<Record<"query" | "stage" | "officeCode" | "mine" | "sort" | "page" | "size", string>>>;

/** One page of cases, filtered and sorted by the server. */
export function useCases(query: CasesQuery) {
  return useQuery({
    queryKey: ["cases", query],
    queryFn: ({ signal }) => request(CaseList, "/cases", { query, signal }),
    placeholderData: keepPreviousData,
  });
}
