import { Link } from "react-router";
import { tellTitle } from "#clues/tell-title.ts";
import { ContactStatusMark } from "#web/cross-checks/contact-status.tsx";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { StrengthMark, TraitList } from "#web/cross-checks/trait-list.tsx";
import { useHits } from "#web/cross-checks/use-cross-checks.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** 命中 of the office's open clues: an older clue learns here of a newer one elsewhere. */
export function HitTable() {
  const t = useText(crossChecksText);
  const words = useWords();
  const hits = useHits();
  return (
    <section className="panel panel-flush cross-panel" aria-label={t("hits")} data-testid="hits">
      <h2>
        {t("hits")} <span className="quiet small">{t("suggestion")}</span>
      </h2>
      {hits.isPending ? (
        <Loading lines={3} />
      ) : hits.isError ? (
        <Problem error={hits.error} onRetry={() => hits.refetch()} />
      ) : (
        <>
          {hits.data.items.length === 0 ? (
            <p className="quiet cross-empty">{t("noHits")}</p>
          ) : (
            <DataTable
              label={t("hits")}
              rows={hits.data.items}
              rowKey={(row) => row.id}
              rowTestId="hit-row"
              columns={[
                {
                  key: "clue",
                  title: t("clue"),
                  render: (row) => <Link to={`/clues?clue=${row.clue.id}`}>{words(tellTitle(row.clue.title))}</Link>,
                },
                { key: "strength", title: t("strength"), nowrap: true, render: (row) => <StrengthMark strength={row.strength} /> },
                { key: "traits", title: t("shared"), gives: "late", render: (row) => <TraitList traits={row.traits} /> },
                {
                  key: "contact",
                  title: t("contactState"),
                  nowrap: true,
                  gives: "late",
                  render: (row) =>
                    row.contact === null ? <span className="quiet">—</span> : <ContactStatusMark status={row.contact.status} />,
                },
              ]}
            />
          )}
          <p className="quiet small cross-foot">{t("looked", { n: formatNumber(hits.data.looked), of: formatNumber(hits.data.of) })}</p>
        </>
      )}
    </section>
  );
}
