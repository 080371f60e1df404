import { useQuery } from "@tanstack/react-query";
import { OfficeList } from "#offices/offices.contract.ts";
import { request } from "#web/app/request.ts";

export function useOffices() {
  return useQuery({ queryKey: ["offices"], staleTime: 600_000, queryFn: ({ signal }) => request(OfficeList, "/offices", { signal }) });
}
