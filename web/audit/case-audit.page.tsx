import { useAddress } from "#web/app/use-address.ts";
import { AuditTable } from "#web/audit/audit-table.tsx";
import { useAudit } from "#web/audit/use-audit.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import "#web/audit/audit.css";

/** The entries of one case, for its members. */
export function CaseAuditPage({ caseId }: { readonly caseId: string }) {
  const [address, setAddress] = useAddress();
  const entries = useAudit({ caseId, page: address.get("page") ?? "1" });
  if (entries.isPending) return <Loading lines={8} />;
  if (entries.isError) return <Problem error={entries.error} onRetry={() => entries.refetch()} />;
  return <AuditTable list={entries.data} onPage={(page) => setAddress({ page: String(page) })} />;
}
