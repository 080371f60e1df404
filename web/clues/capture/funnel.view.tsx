import { Button } from "antd";
import { useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CaptureFunnel } from "#case-documents/case-documents.contract.ts";
import { captureText } from "#web/clues/capture/capture.text.ts";
import { buildFunnelCsv, type FunnelRow, layFunnel, type Step } from "#web/clues/capture/lay-funnel.ts";
import type { CaptureFilter } from "#web/clues/capture/use-capture.ts";
import { Chart, type ChartOption, drawSvg } from "#web/design/chart/chart.tsx";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { formatNumber, formatShare } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

const [WIDE, HIGH] = [800, 380];

/** The funnel under a title that tells the finding: a picture, the same figures as a table, and downloads. Every figure leads to its list. */
export function FunnelView({ funnel, filter, onList }: Props) {
  const t = useText(captureText);
  const c = useText(commonText);
  const navigate = useNavigate();
  const [view, setView] = useState<"picture" | "table">("picture");
  const rows = layFunnel(funnel, filter);
  const name = (step: Step) => t(step === "clues" ? "clues_" : step);
  const { documents, prompts, clues, accepted } = funnel;
  const title = t("finding", {
    documents: formatNumber(documents),
    prompts: formatNumber(prompts),
    clues: formatNumber(clues),
    accepted: formatNumber(accepted),
  });
  const key = JSON.stringify([rows, title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are laid anew at each render, their text says whether they changed
  const option = useMemo(() => drawFunnel(rows, name), [key]);
  const open = ({ step, list, to }: FunnelRow) => {
    if (list) onList(step);
    else if (to !== null) navigate(to);
  };
  const svg = () => drawSvg(option, WIDE, HIGH);
  return (
    <div className="stack">
      <div className="line between">
        <h2 data-testid="funnel-finding">{title}</h2>
        <span className="line no-print">
          <Button
            size="small"
            aria-pressed={view === "table"}
            onClick={() => setView(view === "table" ? "picture" : "table")}
            data-testid="funnel-view"
          >
            {c(view === "table" ? "picture" : "table")}
          </Button>
          <Button size="small" onClick={() => void downloadPng("capture.png", svg(), WIDE, HIGH)}>
            PNG
          </Button>
          <Button size="small" onClick={() => downloadText("capture.svg", "image/svg+xml", svg())}>
            SVG
          </Button>
          <Button size="small" onClick={() => downloadText("capture.csv", "text/csv", buildFunnelCsv(rows, name))} data-testid="funnel-csv">
            CSV
          </Button>
        </span>
      </div>
      <div className={view === "picture" ? "columns" : undefined}>
        {view === "picture" ? (
          <Chart
            option={option}
            height={HIGH}
            onBar={(place) => {
              const row = rows[place];
              if (row !== undefined) open(row);
            }}
          />
        ) : null}
        <DataTable
          label={t("title")}
          cards={false}
          rows={rows}
          rowKey={({ step }) => step}
          columns={[
            { key: "step", title: t("step"), render: ({ step }) => name(step) },
            {
              key: "many",
              title: t("many"),
              align: "right",
              render: (row) => <Many row={row} label={name(row.step)} onOpen={() => open(row)} />,
            },
            {
              key: "share",
              title: t("share"),
              align: "right",
              render: ({ many, of }) => (of === null || of === 0 ? "—" : formatShare(many, of)),
            },
          ]}
        />
      </div>
    </div>
  );
}

function Many({ row, label, onOpen }: { readonly row: FunnelRow; readonly label: string; readonly onOpen: () => void }) {
  const { step, many, list, to } = row;
  const figure = <span className="figure">{formatNumber(many)}</span>;
  const accessible = `${label} ${formatNumber(many)}`;
  if (to !== null)
    return (
      <Link to={to} className="figure-link" aria-label={accessible} data-testid={`capture-figure-${step}`}>
        {figure}
      </Link>
    );
  if (!list) return figure;
  return (
    <Button type="link" className="link-cell" aria-label={accessible} onClick={onOpen} data-testid={`capture-figure-${step}`}>
      {figure}
    </Button>
  );
}

/** What a step is part of is drawn paler: it takes nothing away from the next one. */
const PART: ReadonlySet<Step> = new Set(["waiting", "dismissed", "withheld"]);

function drawFunnel(rows: readonly FunnelRow[], name: (step: Step) => string): ChartOption {
  return {
    animation: false,
    grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: "value", minInterval: 1, splitLine: { show: false }, axisLabel: { show: false } },
    yAxis: { type: "category", inverse: true, data: rows.map(({ step }) => name(step)), axisTick: { show: false } },
    series: [
      {
        type: "bar",
        barMaxWidth: 22,
        label: { show: true, position: "right" },
        data: rows.map(({ step, many }) => ({ value: many, itemStyle: { color: PART.has(step) ? "#b9cbdc" : "#5f87aa" } })),
      },
    ],
  };
}

type Props = { readonly funnel: CaptureFunnel; readonly filter: CaptureFilter; readonly onList: (step: Step) => void };
