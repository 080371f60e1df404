import { Button } from "antd";
import { useState } from "react";
import type { Deadline, TwinTrack } from "#deadlines/deadlines.contract.ts";
import type { Measure } from "#measures/measures.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { GanttDownloads } from "#web/deadlines/gantt-downloads.tsx";
import { GanttPicture, GROUP_TEXT } from "#web/deadlines/gantt-picture.tsx";
import { buildGanttRows, type GanttRow, spanOf, writeGanttCsv } from "#web/deadlines/gantt-rows.ts";
import { downloadText } from "#web/design/chart/download.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

/** Custody and clocks of both tracks on one line of time, with today, extensions, what moved and the latest safe start; as a table too. */
export function CaseGantt({ number, measures, deadlines, twin, today }: Props) {
  const t = useText(deadlinesText);
  const c = useText(commonText);
  const words = useWords();
  const { language } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const rows = buildGanttRows(measures, deadlines);
  const safe = twin === null || twin.verdict === "in-time" ? null : twin.latestSafeStart;
  const { first, last } = spanOf(rows, [today, ...(safe === null ? [] : [safe])]);
  const running = deadlines.filter(({ state }) => state.done === null).sort((one, other) => one.due.localeCompare(other.due));
  const next = running.find(({ due }) => due >= today) ?? running[0];
  const labelOf = ({ name, who }: GanttRow) => `${words(name)}${who === null ? "" : ` · ${who}`}`;
  const remarkOf = ({ plain, to, moved, document }: GanttRow) =>
    [
      plain === null || to === null ? null : t("longer", { due: to, plain }),
      moved === null ? null : t("movedShort", { from: moved }),
      document,
    ]
      .filter((part) => part !== null)
      .join(" · ");
  const save = () => {
    const head = [t("track"), t("row"), t("begins"), t("ends"), t("remark")];
    const lines = rows.map((row) => [t(GROUP_TEXT[row.group]), labelOf(row), row.from, row.to ?? t("now"), remarkOf(row)]);
    downloadText(`${number}-clocks.csv`, "text/csv;charset=utf-8", writeGanttCsv([head, ...lines]));
  };
  return (
    <section className="panel stack-tight" data-testid="case-gantt">
      <div className="line between">
        <h2>{t("gantt")}</h2>
        <span className="line no-print">
          <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)} data-testid="gantt-table">
            {asTable ? c("picture") : c("table")}
          </Button>
          <Button size="small" onClick={save}>
            {t("csv")}
          </Button>
          {rows.length === 0 ? null : (
            <GanttDownloads
              name={`${number}-clocks`}
              drawing={{ title: `${t("gantt")} · ${number}`, lanes: [], rows, first, last, today, safe, labelOf, remarkOf }}
            />
          )}
          <Button size="small" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </span>
      </div>
      <p className="quiet small">
        {next === undefined
          ? t("ganttNone")
          : t("ganttFinding", { n: running.length, due: formatDay(next.due, language), act: words(next.act) })}
      </p>
      {rows.length === 0 ? (
        <Empty title={t("ganttEmpty")} testId="gantt-empty" />
      ) : asTable ? (
        <DataTable
          label={t("gantt")}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "row", title: t("row"), render: labelOf },
            { key: "from", title: t("begins"), nowrap: true, render: ({ from }) => formatDay(from, language) },
            { key: "to", title: t("ends"), nowrap: true, render: ({ to }) => (to === null ? t("now") : formatDay(to, language)) },
            { key: "remark", title: t("remark"), render: remarkOf },
          ]}
        />
      ) : (
        <GanttPicture rows={rows} first={first} last={last} today={today} safe={safe} labelOf={labelOf} remarkOf={remarkOf} />
      )}
    </section>
  );
}

type Props = {
  readonly number: string;
  readonly measures: readonly Measure[];
  readonly deadlines: readonly Deadline[];
  readonly twin: TwinTrack | null;
  readonly today: string;
};
