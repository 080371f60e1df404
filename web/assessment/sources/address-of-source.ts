import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { addressOf } from "#web/ledgers/address-of-figure.ts";

/** The address of what stands behind a fact: masked rows of the ledger's cell, the table, the calculation, the item; null for a word alone. */
export function addressOfSource(caseId: string, source: FactSource): string | null {
  const page = `/cases/${caseId}`;
  switch (source.kind) {
    case "count":
      return `${page}/ledgers${addressOf(source.countId, { rows: { tier: source.tier, step: "distinct", reason: null } })}`;
    case "deliveries":
      return `${page}/deliveries?${new URLSearchParams({ table: source.deliveryTableId })}`;
    case "gains":
      return `${page}/gains?${new URLSearchParams({ calculation: source.calculationId })}`;
    case "evidence":
      return `${page}/evidence?${new URLSearchParams({ item: source.evidenceId })}`;
    case "document":
      return `${page}/case-documents?${new URLSearchParams({ document: source.caseDocumentId, at: String(source.at) })}`;
    case "stated":
      return null;
  }
}
