import type { z } from "zod";
import type { CountFigures } from "#counts/counts.contract.ts";
import { TIERS } from "#scan/kinds.ts";
import { ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";
import { Figure } from "#web/design/number/figure.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { TierTag } from "#web/design/tier/tier-tag.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { type PartTarget, targetOf } from "#web/ledgers/derivation.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import type { WaterfallStep } from "#web/ledgers/waterfall.ts";
import { EXCLUSION_WORDS } from "#web/words/words.text.ts";

type Row = { readonly tier: "A" | "B" | "C" | "total"; readonly line: z.infer<typeof LedgerLine> };

/** The figures of the waterfall as a table. */
export function LedgerTable({ countId, result }: { readonly countId: string; readonly result: CountFigures }) {
  const t = useText(ledgersText);
  const words = useWords();
  const rows: readonly Row[] = [
    ...TIERS.map((tier): Row => ({ tier, line: result.ledger.tiers[tier] })),
    { tier: "total", line: result.ledger.total },
  ];
  const reasons = ExclusionReason.options.filter((reason) => (result.ledger.total.excluded[reason] ?? 0) > 0);
  const cell = (row: Row, kind: WaterfallStep["kind"], reason: ExclusionReason | null, value: number) => (
    <Figure plain value={value} to={value === 0 ? undefined : addressOf(countId, targetOfCell(row.tier, kind, reason))} />
  );
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      rowKey={(row) => row.tier}
      columns={[
        {
          key: "tier",
          title: t("tier"),
          render: (row) => (row.tier === "total" ? <strong>{t("total")}</strong> : <TierTag tier={row.tier} />),
        },
        { key: "seized", title: t("seized"), align: "right", render: (row) => cell(row, "seized", null, row.line.seized) },
        ...reasons.map((reason) => ({
          key: reason,
          title: `− ${words(EXCLUSION_WORDS[reason])}`,
          align: "right" as const,
          render: (row: Row) => cell(row, "excluded", reason, row.line.excluded[reason] ?? 0),
        })),
        { key: "valid", title: t("valid"), align: "right", render: (row) => cell(row, "valid", null, row.line.valid) },
        {
          key: "duplicate",
          title: `− ${t("duplicate")}`,
          align: "right",
          render: (row) => cell(row, "duplicate", null, row.line.duplicates),
        },
        { key: "distinct", title: t("distinct"), align: "right", render: (row) => cell(row, "distinct", null, row.line.distinct) },
      ]}
    />
  );
}

function targetOfCell(tier: Row["tier"], kind: WaterfallStep["kind"], reason: ExclusionReason | null): PartTarget {
  return tier === "total" ? { figure: `ledger.total.${kind}${reason === null ? "" : `.${reason}`}` } : targetOf(tier, kind, reason);
}
