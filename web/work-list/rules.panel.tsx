import type { RulePrecision } from "#counts/work-list.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { workListText } from "#web/work-list/work-list.text.ts";

/** How often each rule of the machine was right, by what persons found, with the interval: noisy rules show. */
export function RulesPanel({ countId, rules }: { readonly countId: string; readonly rules: readonly RulePrecision[] }) {
  const t = useText(workListText);
  const words = useWords();
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  if (rules.length === 0) return null;
  return (
    <section className="panel panel-flush" data-testid="work-list-rules">
      <div className="panel-head line between">
        <h2>{t("rules")}</h2>
        <a href={`/api/counts/${countId}/item-decisions`} download={`decisions-${countId}.json`}>
          {t("exportDecisions")}
        </a>
      </div>
      <p className="quiet small panel-note">{t("rulesWhy")}</p>
      <DataTable
        label={t("rules")}
        cards={false}
        rows={rules}
        rowKey={({ rule }) => rule}
        columns={[
          { key: "rule", title: t("rule"), render: (rule) => words(rule) },
          { key: "right", title: t("right"), align: "right", render: ({ right }) => formatNumber(right) },
          { key: "wrong", title: t("wrong"), align: "right", render: ({ wrong }) => formatNumber(wrong) },
          {
            key: "precision",
            title: t("precision"),
            align: "right",
            render: ({ precision }) => (precision === null ? "—" : percent(precision)),
          },
          {
            key: "interval",
            title: t("interval"),
            align: "right",
            nowrap: true,
            render: ({ from, to }) => (from === null || to === null ? "—" : `${percent(from)} – ${percent(to)}`),
          },
        ]}
      />
    </section>
  );
}
