import { useQuery } from "@tanstack/react-query";
import { PersonList } from "#offices/offices.contract.ts";
import { request } from "#web/app/request.ts";

/** People of an office who may join a case. */
export function usePeople(officeCode: string) {
  return useQuery({
    queryKey: ["people", officeCode],
    staleTime: 60_000,
    queryFn: ({ signal }) => request(PersonList, "/people", { query: { officeCode }, signal }),
  });
}
