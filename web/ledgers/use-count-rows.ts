import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CountRowList } from "#counts/counts.contract.ts";
import { request } from "#web/app/request.ts";

export type RowsQuery = { readonly tier: string; readonly step: string; readonly reason?: string; readonly page: string };

/** The masked records behind one figure. */
export function useCountRows(countId: string, query: RowsQuery) {
  return useQuery({
    queryKey: ["count", countId, "rows", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(CountRowList, `/counts/${countId}/rows`, { query: { ...query, size: 20 }, signal }),
  });
}
