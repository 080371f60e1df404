import {
  BarChart,
  type BarSeriesOption,
  SankeyChart,
  type SankeySeriesOption,
  TreemapChart,
  type TreemapSeriesOption,
} from "echarts/charts";
import { GridComponent, type GridComponentOption, TooltipComponent, type TooltipComponentOption } from "echarts/components";
import { type ComposeOption, init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

register([BarChart, SankeyChart, TreemapChart, GridComponent, TooltipComponent, SVGRenderer]);
export type ChartOption = ComposeOption<
  BarSeriesOption | SankeySeriesOption | TreemapSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** A chart drawn as SVG, so that print and downloads stay sharp; a click on a part answers with its place. The figures stand beside it. */
export function Chart({
  option,
  height,
  onBar,
}: {
  readonly option: ChartOption;
  readonly height: number;
  readonly onBar?: (place: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const click = useRef(onBar);
  click.current = onBar;
  useEffect(() => {
    if (frame.current === null) return;
    const chart = init(frame.current, null, { renderer: "svg" });
    chart.setOption(option);
    chart.on("click", (event) => click.current?.(event.dataIndex));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(frame.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={frame} style={{ height }} aria-hidden="true" />;
}

/** The chart as an SVG document of its own. */
export function drawSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
