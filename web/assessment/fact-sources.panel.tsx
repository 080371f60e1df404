import { Button } from "antd";
import type { Count } from "#counts/counts.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import type { FactSources } from "#web/assessment/use-facts-from-count.ts";
import { useDeliveryTables } from "#web/deliveries/use-deliveries.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { formatAmount } from "#web/gains/amount.ts";
import { useGains } from "#web/gains/use-gains.ts";

/** Which count, table of deliveries and calculation of gains the facts begin with. A saved draft stays as it is: other sources begin another. */
export function FactSourcesPanel({
  caseId,
  counts,
  chosen,
  saved,
  onChoose,
}: {
  readonly caseId: string;
  readonly counts: readonly Count[];
  readonly chosen: FactSources;
  readonly saved: boolean;
  readonly onChoose: (sources: FactSources) => void;
}) {
  const t = useText(assessmentText);
  const tables = useDeliveryTables(caseId);
  const gains = useGains(caseId);
  if (saved)
    return (
      <section className="panel line between no-print" aria-label={t("sources")} data-testid="fact-sources">
        <span className="quiet small">{t("sourcesSaved")}</span>
        <Button
          size="small"
          onClick={() => onChoose({ ...chosen, deliveryTableId: null, calculationId: null })}
          data-testid="sources-change"
        >
          {t("sourcesChange")}
        </Button>
      </section>
    );
  const orNull = (id: string) => (id === "" ? null : id);
  return (
    <section className="panel stack-tight no-print" aria-label={t("sources")} data-testid="fact-sources">
      <h2>{t("sources")}</h2>
      <div className="fact-sources">
        <Choice
          showLabel
          label={t("sourceCount")}
          value={chosen.countId ?? ""}
          onChange={(id) => onChoose({ ...chosen, countId: id })}
          options={counts.map((one) => [one.id, `${formatMoment(one.requestedAt)} · ${one.requestedBy}`])}
          testId="source-count"
        />
        <Choice
          showLabel
          label={t("sourceDeliveries")}
          value={chosen.deliveryTableId ?? ""}
          onChange={(id) => onChoose({ ...chosen, deliveryTableId: orNull(id) })}
          options={[
            ["", t("onlyCount")],
            ...(tables.data?.items ?? []).map((one): [string, string] => [one.id, `${one.name} · ${formatMoment(one.recordedAt)}`]),
          ]}
          testId="source-deliveries"
        />
        <Choice
          showLabel
          label={t("sourceGains")}
          value={chosen.calculationId ?? ""}
          onChange={(id) => onChoose({ ...chosen, calculationId: orNull(id) })}
          options={[
            ["", t("notUsed")],
            ...(gains.data?.items ?? []).map(({ id, figures, calculatedAt }): [string, string] => [
              id,
              `${formatMoment(calculatedAt)} · ${
                figures.complete
                  ? t("gainsOption", { gains: formatAmount(figures.total.gains), profit: formatAmount(figures.total.profit) })
                  : t("gainsIncomplete")
              }`,
            ]),
          ]}
          testId="source-gains"
        />
      </div>
      <InlineProblem error={tables.error ?? gains.error} />
    </section>
  );
}
