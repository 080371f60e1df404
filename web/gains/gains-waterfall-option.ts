import type { ChartOption } from "#web/design/chart/chart.tsx";
import { COLOURS, FONT } from "#web/design/theme/theme.ts";
import type { GainsStep } from "#web/gains/gains-waterfall.ts";

export const STEP_HEIGHT = 30;

/** Horizontal bars in rows that line up with the figures beside them; `labels` writes names and amounts into the picture for a download. */
export function buildGainsWaterfallOption(
  steps: readonly GainsStep[],
  labels: readonly { readonly name: string; readonly amount: string }[] | null,
): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: labels === null ? { left: 0, right: 8, top: 0, bottom: 0 } : { left: 160, right: 150, top: 10, bottom: 10 },
    xAxis: { type: "value", show: false, max: Math.max(1, ...steps.map(({ to }) => to)) },
    yAxis: {
      type: "category",
      inverse: true,
      data: labels === null ? steps.map(({ key }) => key) : labels.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: labels === null ? { show: false } : { color: COLOURS.ink, fontSize: 14 },
    },
    series: [
      { type: "bar", stack: "steps", silent: true, itemStyle: { color: "transparent" }, data: steps.map(({ from }) => from) },
      {
        type: "bar",
        stack: "steps",
        barWidth: 14,
        barMinHeight: 1,
        silent: true,
        label:
          labels === null
            ? { show: false }
            : { show: true, position: "right", color: COLOURS.ink, formatter: ({ dataIndex }) => labels[dataIndex]?.amount ?? "" },
        data: steps.map(({ kind, from, to }) => ({
          value: to - from,
          itemStyle: { color: kind === "sum" ? COLOURS.accent : kind === "plus" ? COLOURS.met : COLOURS.removed },
        })),
      },
    ],
  };
}
