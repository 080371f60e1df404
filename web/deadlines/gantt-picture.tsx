import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { monthsOf } from "#web/deadlines/draw-gantt.ts";
import type { GanttGroup, GanttLane, GanttRow } from "#web/deadlines/gantt-rows.ts";
import { formatDay } from "#web/design/date/date.ts";
import { useLanguage, useText } from "#web/design/text/language.tsx";

export const GROUP_TEXT = {
  shared: "groupShared",
  custody: "groupCustody",
  criminal: "groupCriminal",
  pil: "groupPil",
  other: "groupOther",
} as const satisfies Record<GanttGroup, keyof typeof deadlinesText>;

const GROUPS: readonly GanttGroup[] = ["shared", "custody", "criminal", "pil", "other"];

/** One line of time for all rows: months, today, the latest safe start; first the points of a group (steps, facts), then its bars. */
export function GanttPicture({ lanes = [], rows, first, last, today, safe, labelOf, remarkOf }: Props) {
  const t = useText(deadlinesText);
  const { language } = useLanguage();
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const place = (day: string) => ((Date.parse(day) - start) / Math.max(1, end - start)) * 100;
  const ticks = monthsOf(first, last);
  const groups = GROUPS.filter((group) => [...rows, ...lanes].some((one) => one.group === group));
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
            {lanes
              .filter((lane) => lane.group === group)
              .map((lane) => (
                <li key={lane.key} className="case-gantt-row" data-testid="gantt-lane">
                  <span>{lane.label}</span>
                  <div className="case-gantt-line" aria-hidden="true">
                    {ticks.map((day) => (
                      <span key={day} className="case-gantt-tick" style={{ left: `${place(day)}%` }} />
                    ))}
                    {lane.points.map(({ key, day, label }) => (
                      <span
                        key={key}
                        className={`case-gantt-point case-gantt-point-${group}`}
                        title={`${day} ${label}`}
                        style={{ left: `${place(day)}%` }}
                      />
                    ))}
                    {safe === null || group !== "pil" ? null : <span className="case-gantt-safe" style={{ left: `${place(safe)}%` }} />}
                    <span className="case-gantt-today" style={{ left: `${place(today)}%` }} />
                  </div>
                  <span className="quiet small case-gantt-points">
                    {lane.points.map(({ key, day, label }) => (
                      <span key={key}>
                        <span className="figure">{day.slice(5)}</span> {label}
                      </span>
                    ))}
                  </span>
                </li>
              ))}
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

type Props = {
  readonly lanes?: readonly GanttLane[];
  readonly rows: readonly GanttRow[];
  readonly first: string;
  readonly last: string;
  readonly today: string;
  readonly safe: string | null;
  readonly labelOf: (row: GanttRow) => string;
  readonly remarkOf: (row: GanttRow) => string;
};
