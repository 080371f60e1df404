import { Button } from "antd";
import { formatFen } from "#remedies/format-fen.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";
import { useGains } from "#web/gains/use-gains.ts";
import { useCount } from "#web/ledgers/use-count.ts";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import type { DraftPart } from "#web/remedies/damages/damages-draft.ts";
import { typeYuan } from "#web/remedies/fen.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

const TIERS = ["A", "B", "C"] as const;

/** What the case knows already, to be taken over with its source: kept calculations of gains, items of the last count. */
export function Suggestions({ caseId, onTake }: Props) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const gains = useGains(caseId);
  const counts = useCounts({ caseId });
  const [last] = (counts.data?.items ?? [])
    .filter(({ status }) => status === "done")
    .toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  const count = useCount(last?.id ?? null);
  const calculations = (gains.data?.items ?? []).flatMap(({ id, moneyFlowName, figures }) =>
    figures.facts.gains === null ? [] : [{ id, name: moneyFlowName, fen: Math.round(figures.facts.gains * 100) }],
  );
  const ledger = count.data?.result?.ledger;
  const tiers =
    ledger === undefined ? [] : TIERS.map((tier) => ({ tier, items: ledger.tiers[tier].distinct })).filter(({ items }) => items > 0);
  if (calculations.length === 0 && tiers.length === 0) return null;
  return (
    <ul className="remedy-suggested small stack-tight" aria-label={r("suggestion")} data-testid="damages-suggestions">
      {calculations.map(({ id, name, fen }) => (
        <li key={id} className="line">
          <span>{t("fromGains", { name, n: formatFen(fen) })}</span>
          <Button
            size="small"
            onClick={() =>
              onTake("component", {
                ...{ kind: "gain", label: name, amount: typeYuan(fen), source: { kind: "gains", calculationId: id } },
              })
            }
          >
            {t("takeOver")}
          </Button>
        </li>
      ))}
      {last === undefined
        ? null
        : tiers.map(({ tier, items }) => (
            <li key={tier} className="line">
              <span>{t("fromCount", { tier, n: formatNumber(items) })}</span>
              <Button
                size="small"
                onClick={() =>
                  onTake("factor", {
                    ...{ kind: "items", label: t("fromCount", { tier, n: formatNumber(items) }), amount: String(items) },
                    source: { kind: "count", countId: last.id, tier },
                  })
                }
              >
                {t("takeOver")}
              </Button>
            </li>
          ))}
    </ul>
  );
}

type Props = {
  readonly caseId: string;
  readonly onTake: (group: DraftPart["group"], part: Partial<DraftPart>) => void;
};
