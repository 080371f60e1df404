import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { CaseDeadlineList } from "#deadlines/deadlines.contract.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { useAssessments } from "#web/assessment/use-assessments.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { GanttDownloads } from "#web/deadlines/gantt-downloads.tsx";
import { GanttPicture, GROUP_TEXT } from "#web/deadlines/gantt-picture.tsx";
import { buildGanttRows, type GanttRow, spanOf, writeGanttCsv } from "#web/deadlines/gantt-rows.ts";
import { TwinTrackNote } from "#web/deadlines/twin-track-note.tsx";
import { downloadText } from "#web/design/chart/download.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Loading } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { useMeasures } from "#web/measures/use-measures.ts";
import { twinText } from "#web/procedures/twin.text.ts";
import { buildTwinLanes } from "#web/procedures/twin-lanes.ts";
import { commonText } from "#web/words/common.text.ts";
import "#web/deadlines/deadlines.css";

/** 双轨图 all tracks on one line of time: shared facts and steps as points, clocks as bars, notice against prosecution; as a table too. */
export function TwinPicture({ detail, procedures, deadlines }: Props) {
  const t = useText(twinText);
  const d = useText(deadlinesText);
  const c = useText(commonText);
  const words = useWords();
  const signs = useSigns();
  const { language } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const measures = useMeasures(detail.id);
  const evidence = useEvidenceList(detail.id);
  const counts = useCounts({ caseId: detail.id });
  const assessments = useAssessments(detail.id);
  const shared = [measures, evidence, counts, assessments];
  if (shared.some(({ isPending }) => isPending)) return <Loading lines={8} />;
  const facts = {
    evidence: evidence.data?.items ?? null,
    counts: counts.data?.items ?? null,
    assessments: assessments.data?.items ?? null,
  };
  const { items, today, twin } = deadlines;
  const lanes = buildTwinLanes(procedures, facts, language);
  const rows = buildGanttRows(measures.data?.items ?? [], items);
  const safe = twin === null || twin.verdict === "in-time" ? null : twin.latestSafeStart;
  const days = lanes.flatMap(({ points }) => points.map(({ day }) => day));
  const { first, last } = spanOf(rows, [today, ...days, ...(safe === null ? [] : [safe])]);
  const next = items
    .filter(({ state, due }) => state.done === null && due >= today)
    .sort((one, other) => one.due.localeCompare(other.due))[0];
  const over = items.filter(({ state, due }) => state.done === null && due < today).length;
  const labelOf = ({ name, who }: GanttRow) => `${words(name)}${who === null ? "" : ` · ${who}`}`;
  const remarkOf = ({ plain, to, moved, document }: GanttRow) =>
    [
      plain === null || to === null ? null : d("longer", { due: to, plain }),
      moved === null ? null : d("movedShort", { from: moved }),
      document,
    ]
      .filter((part) => part !== null)
      .join(" · ");
  const table = [
    ...lanes.flatMap(({ key, group, label, points }) =>
      points.map((point) => ({ key: `${key} ${point.key}`, group, what: signs.pair(label, point.label), from: point.day, to: point.day })),
    ),
    ...rows.map((row) => ({ key: row.key, group: row.group, what: labelOf(row), from: row.from, to: row.to ?? d("now") })),
  ].sort((one, other) => one.from.localeCompare(other.from));
  const save = () =>
    downloadText(
      `${detail.number}-tracks.csv`,
      "text/csv;charset=utf-8",
      writeGanttCsv([
        [t("line"), d("row"), d("begins"), d("ends")],
        ...table.map(({ group, what, from, to }) => [d(GROUP_TEXT[group]), what, from, to]),
      ]),
    );
  const tracks = procedures.map(({ kindName, state }) => t("track", { kind: words(kindName), state: words(state.name) }));
  return (
    <section className="panel stack-tight" data-testid="twin-picture">
      <div className="line between">
        <h2>
          {t("standing", { tracks: tracks.join(language === "zh" ? "；" : "; ") })}{" "}
          {over === 0 ? null : <span className="bad">{t("overdue", { n: over })} </span>}
          {next === undefined ? t("noDue") : t("nextDue", { due: formatDay(next.due, language), act: words(next.act) })}
        </h2>
        <span className="line no-print">
          <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)} data-testid="twin-table">
            {asTable ? c("picture") : c("table")}
          </Button>
          <Button size="small" onClick={save}>
            {d("csv")}
          </Button>
          <GanttDownloads
            name={`${detail.number}-tracks`}
            drawing={{ title: `${t("picture")} · ${detail.number}`, lanes, rows, first, last, today, safe, labelOf, remarkOf }}
          />
          <Button size="small" onClick={() => window.print()}>
            {d("print")}
          </Button>
        </span>
      </div>
      {twin === null ? null : <TwinTrackNote twin={twin} />}
      {shared.some(({ isError }) => isError) ? <p className="law-warning small">{t("unread")}</p> : null}
      {asTable ? (
        <DataTable
          label={t("picture")}
          rows={table}
          rowKey={({ key }) => key}
          columns={[
            { key: "from", title: d("begins"), nowrap: true, render: ({ from }) => formatDay(from, language) },
            { key: "to", title: d("ends"), nowrap: true, render: ({ from, to }) => (from === to ? "" : to) },
            { key: "group", title: t("line"), nowrap: true, render: ({ group }) => d(GROUP_TEXT[group]) },
            { key: "what", title: d("row"), render: ({ what }) => what },
          ]}
        />
      ) : (
        <GanttPicture lanes={lanes} rows={rows} first={first} last={last} today={today} safe={safe} labelOf={labelOf} remarkOf={remarkOf} />
      )}
    </section>
  );
}

type Props = { readonly detail: CaseDetail; readonly procedures: readonly Procedure[]; readonly deadlines: CaseDeadlineList };
