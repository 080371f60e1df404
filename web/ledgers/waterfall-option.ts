import type { ChartOption } from "#web/design/chart/chart.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { COLOURS, FONT, TIER_COLOURS } from "#web/design/theme/theme.ts";
import type { WaterfallStep } from "#web/ledgers/waterfall.ts";

export const ROW_HEIGHT = 30;

/** Horizontal bars, one a step, in rows that line up with the figures beside them; `labels` writes names and figures into the picture for a download. */
export function buildWaterfallOption(
  tier: "A" | "B" | "C",
  steps: readonly WaterfallStep[],
  labels: { readonly names: readonly string[]; readonly title: string } | null,
): ChartOption {
  const colour = (kind: WaterfallStep["kind"]) => (kind === "excluded" || kind === "duplicate" ? COLOURS.removed : TIER_COLOURS[tier]);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: labels === null ? { left: 0, right: 8, top: 0, bottom: 0 } : { left: 220, right: 110, top: 10, bottom: 10 },
    xAxis: { type: "value", show: false, max: Math.max(1, steps[0]?.count ?? 1) },
    yAxis: {
      type: "category",
      inverse: true,
      data: labels === null ? steps.map((step) => step.key) : [...labels.names],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: labels === null ? { show: false } : { color: COLOURS.ink, fontSize: 14 },
    },
    series: [
      { type: "bar", stack: "steps", silent: true, itemStyle: { color: "transparent" }, data: steps.map((step) => step.from) },
      {
        type: "bar",
        stack: "steps",
        barWidth: 14,
        barMinHeight: 2,
        cursor: "pointer",
        label:
          labels === null
            ? { show: false }
            : {
                show: true,
                position: "right",
                color: COLOURS.ink,
                formatter: ({ dataIndex }) => formatNumber(steps[dataIndex]?.count ?? 0),
              },
        data: steps.map((step) => ({
          value: step.to - step.from,
          itemStyle: { color: colour(step.kind), opacity: step.kind === "seized" ? 0.55 : step.kind === "valid" ? 0.78 : 1 },
        })),
      },
    ],
  };
}
