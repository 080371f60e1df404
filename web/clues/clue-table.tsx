import { Button } from "antd";
import { Link } from "react-router";
import type { ClueSummary } from "#clues/clues.contract.ts";
import { tellTitle } from "#clues/tell-title.ts";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { wordsOfField } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

export function ClueTable({ clues, open, onOpen }: Props) {
  const t = useText(cluesText);
  const words = useWords();
  return (
    <DataTable
      label={t("title")}
      rows={clues}
      rowKey={(row) => row.id}
      rowTestId="clue-row"
      isChosen={(row) => row.id === open}
      onOpen={(row) => onOpen(row.id)}
      columns={[
        {
          key: "title",
          title: t("clueTitle"),
          render: (row) => (
            <span className="line clue-title">
              <Button type="link" className="link-cell" onClick={() => onOpen(row.id)}>
                {words(tellTitle(row.title))}
              </Button>
              {row.insider ? <Mark tone="warn">{t("insiderMark")}</Mark> : null}
            </span>
          ),
        },
        { key: "status", title: t("status"), nowrap: true, render: (row) => <ClueStatusMark status={row.status} /> },
        { key: "field", title: t("field"), gives: "last", nowrap: true, render: (row) => words(wordsOfField(row.field)) },
        {
          key: "score",
          title: t("score"),
          align: "right",
          gives: "late",
          render: (row) => (row.score === null ? <span className="quiet">—</span> : row.score.toFixed(2)),
        },
        {
          key: "case",
          title: t("case"),
          nowrap: true,
          gives: "late",
          render: (row) =>
            row.case === null ? <span className="quiet">—</span> : <Link to={`/cases/${row.case.id}`}>{row.case.number}</Link>,
        },
        { key: "office", title: t("office"), gives: "soon", render: (row) => words(row.office.name) },
        {
          key: "registered",
          title: t("registered"),
          nowrap: true,
          gives: "last",
          render: (row) => <span className="figure">{formatMoment(row.registeredAt)}</span>,
        },
        {
          key: "updated",
          title: t("updated"),
          nowrap: true,
          gives: "soon",
          render: (row) => <span className="figure quiet">{formatMoment(row.updatedAt).slice(5)}</span>,
        },
      ]}
    />
  );
}

type Props = { readonly clues: readonly ClueSummary[]; readonly open: string | null; readonly onOpen: (id: string) => void };
