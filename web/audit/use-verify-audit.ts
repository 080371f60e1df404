import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AuditVerification } from "#audit/audit.contract.ts";
import { request } from "#web/app/request.ts";

/** Checks the whole chain; the check is an entry itself, so the list is read again. */
export function useVerifyAudit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(AuditVerification, "/audit/verification", { method: "POST", body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["audit"] }),
  });
}
