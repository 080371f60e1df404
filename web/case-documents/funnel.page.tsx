import { useMemo } from "react";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useFunnel } from "#web/case-documents/use-documents.ts";
import { Chart, type ChartOption } from "#web/design/chart/chart.tsx";
import { formatNumber, formatShare } from "#web/design/number/number.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";

/** 线索捕获漏斗: what documents led to, as a picture with its table. */
export function FunnelPage() {
  const t = useText(documentsText);
  useWhere([{ label: t("clues"), to: "/clues" }, { label: t("funnel") }]);
  const funnel = useFunnel();
  const steps = useMemo(() => {
    if (funnel.data === undefined) return [];
    const { documents, read, hits, prompts, waiting, dismissed, clues, accepted } = funnel.data;
    return [
      { key: "documents", many: documents, of: null },
      { key: "read", many: read, of: documents },
      { key: "hits", many: hits, of: read },
      { key: "prompts", many: prompts, of: null },
      { key: "waiting", many: waiting, of: prompts },
      { key: "dismissed", many: dismissed, of: prompts },
      { key: "clues", many: clues, of: prompts },
      { key: "accepted", many: accepted, of: clues },
    ] as const;
  }, [funnel.data]);
  const option = useMemo<ChartOption>(
    () => ({
      animation: false,
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: "value", minInterval: 1, splitLine: { show: false }, axisLabel: { show: false } },
      yAxis: { type: "category", inverse: true, data: steps.map(({ key }) => t(`f_${key}`)), axisTick: { show: false } },
      series: [
        {
          type: "bar",
          barMaxWidth: 22,
          label: { show: true, position: "right" },
          itemStyle: { color: "#5f87aa" },
          data: steps.map(({ many }) => many),
        },
      ],
    }),
    [steps, t],
  );
  if (funnel.isPending) return <Loading lines={6} />;
  if (funnel.isError) return <Problem error={funnel.error} onRetry={() => funnel.refetch()} />;
  return (
    <section className="panel stack" data-testid="funnel">
      <div>
        <h1>{t("funnel")}</h1>
        <p className="quiet small">{t("funnelWhy")}</p>
      </div>
      {funnel.data.documents === 0 ? (
        <Empty title={t("funnelNone")}>
          <p className="quiet">{t("funnelNoneBody")}</p>
        </Empty>
      ) : (
        <div className="columns">
          <Chart option={option} height={300} />
          <DataTable
            label={t("funnel")}
            cards={false}
            rows={steps}
            rowKey={({ key }) => key}
            columns={[
              { key: "step", title: t("funnelStep"), render: ({ key }) => t(`f_${key}`) },
              { key: "many", title: t("funnelMany"), align: "right", render: ({ many }) => formatNumber(many) },
              {
                key: "share",
                title: t("funnelShare"),
                align: "right",
                render: ({ many, of }) => (of === null || of === 0 ? "—" : formatShare(many, of)),
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}
