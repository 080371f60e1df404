import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ProcedureSummaryList } from "#procedures/procedures.contract.ts";
import { request } from "#web/app/request.ts";

export const PAGE_SIZE = 20;

/** One page of the procedures of every case the reader sees, last changed first. */
export function useProcedureList(query: { readonly kind?: string; readonly open?: string; readonly page: number }) {
  return useQuery({
    queryKey: ["procedures", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(ProcedureSummaryList, "/procedures", { query: { ...query, size: PAGE_SIZE }, signal }),
  });
}
