import { Button } from "antd";
import { useState } from "react";
import type { Deadline, TwinTrack } from "#deadlines/deadlines.contract.ts";
import type { Measure } from "#measures/measures.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { buildGanttRows, type GanttGroup, type GanttRow, spanOf, writeGanttCsv } from "#web/deadlines/gantt-rows.ts";
import { downloadText } from "#web/design/chart/download.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";

const GROUP_TEXT = { custody: "groupCustody", criminal: "groupCriminal", pil: "groupPil", other: "groupOther" } as const satisfies Record<
  GanttGroup,
  keyof typeof deadlinesText
>;

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
        <Picture rows={rows} first={first} last={last} today={today} safe={safe} labelOf={labelOf} remarkOf={remarkOf} />
      )}
    </section>
  );
}

function Picture({ rows, first, last, today, safe, labelOf, remarkOf }: PictureProps) {
  const t = useText(deadlinesText);
  const { language } = useLanguage();
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const place = (day: string) => ((Date.parse(day) - start) / Math.max(1, end - start)) * 100;
  const ticks = monthStarts(first, last);
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <div className="stack-tight">
      <div className="case-gantt-row quiet small figure" aria-hidden="true">
        <span>
          <span className="nowrap">┃ {t("todayMark", { day: today })}</span>{" "}
          {safe === null ? null : <span className="nowrap">┆ {`${t("safeStart")} ${safe}`}</span>}
        </span>
        <div className="case-gantt-axis">
          {ticks.map((day) => (
            <span key={day} style={{ left: `${place(day)}%` }}>
              {day.slice(0, 7)}
            </span>
          ))}
        </div>
      </div>
      {groups.map((group) => (
        <div key={group} className="stack-tight">
          <h3>{t(GROUP_TEXT[group])}</h3>
          <ul className="case-gantt-rows">
            {rows
              .filter((row) => row.group === group)
              .map((row) => {
                // A measure without an end of its own is drawn as far as it is known: to today.
                const to = row.to ?? today;
                const solid = row.plain ?? to;
                const remark = remarkOf(row);
                return (
                  <li key={row.key} className="case-gantt-row" data-testid="gantt-row">
                    <span>
                      {labelOf(row)}{" "}
                      <span className="figure nowrap quiet small">
                        {row.from} → {row.to === null ? t("now") : formatDay(row.to, language)}
                      </span>
                    </span>
                    <div className="case-gantt-line" aria-hidden="true">
                      {ticks.map((day) => (
                        <span key={day} className="case-gantt-tick" style={{ left: `${place(day)}%` }} />
                      ))}
                      <span
                        className={`case-gantt-bar ${row.to === null ? "case-gantt-open" : `case-gantt-${group}`} ${row.state === "running" ? "" : `case-gantt-${row.state}`}`}
                        style={{ left: `${place(row.from)}%`, width: `${Math.max(0.6, place(solid) - place(row.from))}%` }}
                      />
                      {row.plain === null ? null : (
                        <span
                          className="case-gantt-longer"
                          style={{ left: `${place(row.plain)}%`, width: `${place(to) - place(row.plain)}%` }}
                        />
                      )}
                      {row.moved === null ? null : <span className="case-gantt-moved" style={{ left: `${place(row.moved)}%` }} />}
                      {safe === null || group !== "pil" ? null : <span className="case-gantt-safe" style={{ left: `${place(safe)}%` }} />}
                      <span className="case-gantt-today" style={{ left: `${place(today)}%` }} />
                    </div>
                    {remark === "" ? null : <span className="quiet small">{remark}</span>}
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** First days of months between two days; of a long time not every month, so that the words have room. */
function monthStarts(first: string, last: string): readonly string[] {
  const starts: string[] = [];
  const [year = 0, month = 1] = first.split("-").map(Number);
  for (let at = 0; ; at++) {
    const day = new Date(Date.UTC(year, month + at, 1)).toISOString().slice(0, 10);
    if (day > last) break;
    if (day < first) continue;
    starts.push(day);
  }
  const every = Math.ceil(starts.length / 5);
  return starts.filter((_, at) => at % every === 0);
}

type Props = {
  readonly number: string;
  readonly measures: readonly Measure[];
  readonly deadlines: readonly Deadline[];
  readonly twin: TwinTrack | null;
  readonly today: string;
};
type PictureProps = {
  readonly rows: readonly GanttRow[];
  readonly first: string;
  readonly last: string;
  readonly today: string;
  readonly safe: string | null;
  readonly labelOf: (row: GanttRow) => string;
  readonly remarkOf: (row: GanttRow) => string;
};
