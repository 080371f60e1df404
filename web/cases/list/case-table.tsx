import { Link, useNavigate } from "react-router";
import type { CaseSummary } from "#cases/cases.contract.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { nextStepOf } from "#web/cases/next-step.ts";
import { dayOf, daysUntil, formatDay, formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { BAND_WORDS, STAGE_WORDS } from "#web/words/words.text.ts";

/** Cases as a table; every row leads to its case, the next step to the tab where it is done. */
export function CaseTable({ cases, label }: { readonly cases: readonly CaseSummary[]; readonly label: string }) {
  const t = useText(casesText);
  const words = useWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const today = dayOf(new Date());
  return (
    <DataTable
      label={label}
      rows={cases}
      rowKey={(row) => row.id}
      rowTestId="case-row"
      onOpen={(row) => navigate(`/cases/${row.id}`)}
      columns={[
        { key: "number", title: t("number"), nowrap: true, render: (row) => <Link to={`/cases/${row.id}`}>{row.number}</Link> },
        { key: "title", title: t("caseTitle"), render: (row) => <span className="case-title">{row.title}</span> },
        {
          key: "stage",
          title: t("stage"),
          nowrap: true,
          render: (row) => <Mark tone={row.stage === "closed" ? "quiet" : "accent"}>{words(STAGE_WORDS[row.stage])}</Mark>,
        },
        {
          key: "accepted",
          title: t("accepted"),
          nowrap: true,
          render: (row) => (
            <span className="figure">
              {formatDay(row.acceptedOn, language)}{" "}
              <span className="quiet">{t("dayOfCase", { n: 1 - daysUntil(row.acceptedOn, today) })}</span>
            </span>
          ),
        },
        {
          key: "evidence",
          title: t("evidence"),
          align: "right",
          nowrap: true,
          render: (row) => t("evidenceFiles", { n: formatNumber(row.evidence) }),
        },
        { key: "owner", title: t("owner"), nowrap: true, render: (row) => row.owner ?? <span className="quiet">{t("noOwner")}</span> },
        { key: "office", title: t("office"), gives: "last", render: (row) => <span className="case-office">{words(row.officeName)}</span> },
        {
          key: "next",
          title: t("next"),
          nowrap: true,
          render: (row) => {
            const next = nextStepOf(row);
            return row.signedBand !== null && row.countsRunning === 0 ? (
              <Mark tone="good">{words(BAND_WORDS[row.signedBand])}</Mark>
            ) : (
              <Link to={`/cases/${row.id}/${next.tab}`}>
                {row.countsRunning > 0 ? t("running", { n: row.countsRunning }) : words(next.words)}
              </Link>
            );
          },
        },
        {
          key: "updated",
          title: t("updated"),
          gives: "soon",
          nowrap: true,
          render: (row) => <span className="figure quiet">{formatMoment(row.updatedAt).slice(5)}</span>,
        },
      ]}
    />
  );
}
