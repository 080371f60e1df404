import { Button } from "antd";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { drawGantt, type GanttDrawing } from "#web/deadlines/draw-gantt.ts";
import { GROUP_TEXT } from "#web/deadlines/gantt-picture.tsx";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { useText } from "#web/design/text/language.tsx";

type Props = { readonly name: string; readonly drawing: Omit<GanttDrawing, "groupOf" | "marks" | "now"> };

/** The picture of time as PNG and SVG. */
export function GanttDownloads({ name, drawing }: Props) {
  const t = useText(deadlinesText);
  const draw = () =>
    drawGantt({
      ...drawing,
      groupOf: (group) => t(GROUP_TEXT[group]),
      marks: { today: t("todayMark", { day: drawing.today }), safe: `${t("safeStart")} ${drawing.safe ?? ""}` },
      now: t("now"),
    });
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          const { svg, width, height } = draw();
          void downloadPng(`${name}.png`, svg, width, height);
        }}
        data-testid="gantt-png"
      >
        PNG
      </Button>
      <Button size="small" onClick={() => downloadText(`${name}.svg`, "image/svg+xml", draw().svg)} data-testid="gantt-svg">
        SVG
      </Button>
    </>
  );
}
