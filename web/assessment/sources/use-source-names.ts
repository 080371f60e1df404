import type { FactSource, FactSources } from "#assessments/fact-sources.contract.ts";
import { useDeliveryTables } from "#web/deliveries/use-deliveries.ts";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { useGains } from "#web/gains/use-gains.ts";

/** What the records behind the sources are called; empty until they are read. */
export function useSourceNames(caseId: string, sources: FactSources): (source: FactSource) => string {
  const kinds = new Set(Object.values(sources).map(({ kind }) => kind));
  const evidence = useEvidenceList(caseId);
  const tables = useDeliveryTables(caseId);
  const gains = useGains(caseId);
  return (source) => {
    if (!kinds.has(source.kind)) return "";
    if (source.kind === "evidence") return evidence.data?.items.find(({ id }) => id === source.evidenceId)?.path ?? "";
    if (source.kind === "deliveries") return tables.data?.items.find(({ id }) => id === source.deliveryTableId)?.name ?? "";
    if (source.kind === "gains") return gains.data?.items.find(({ id }) => id === source.calculationId)?.moneyFlowName ?? "";
    return "";
  };
}
