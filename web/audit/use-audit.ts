import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { AuditEntryList } from "#audit/audit.contract.ts";
import { request } from "#web/app/request.ts";

export type AuditQuery = Readonly<Partial<Record<"caseId" | "personId" | "kind" | "page", string>>>;

export function useAudit(query: AuditQuery) {
  return useQuery({
    queryKey: ["audit", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request(AuditEntryList, "/audit", { query, signal }),
  });
}
