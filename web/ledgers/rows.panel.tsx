import { ExclusionReason } from "#scan/scan.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { RecordRow } from "#web/ledgers/record-row.tsx";
import { type RowsQuery, useCountRows } from "#web/ledgers/use-count-rows.ts";
import { EXCLUSION_WORDS, TIER_WORDS } from "#web/words/words.text.ts";

/** The masked records behind a figure: place in the evidence, the reason, the cells. */
export function RowsPanel({ countId, tier, step, reason, page, onPage, onClose }: Props) {
  const t = useText(ledgersText);
  const words = useWords();
  const query: RowsQuery = { tier, step, page, ...(reason === null ? {} : { reason }) };
  const rows = useCountRows(countId, query);
  const known = ExclusionReason.safeParse(reason);
  const name = known.success ? words(EXCLUSION_WORDS[known.data]) : t(step === "duplicate" ? "duplicate" : "distinct");
  return (
    <SidePanel title={t("rowsTitle", { tier: words(TIER_WORDS[tier]), step: name })} onClose={onClose} testId="rows-panel">
      {rows.isPending ? <Loading lines={8} /> : null}
      {rows.isError ? <Problem error={rows.error} onRetry={() => rows.refetch()} /> : null}
      {rows.data === undefined ? null : (
        <>
          <p className="quiet small" data-testid="rows-kept">
            {t("kept", { kept: formatNumber(rows.data.kept), total: formatNumber(rows.data.total) })} {t("masked")}
          </p>
          {rows.data.items.length === 0 ? <p>{t("noRows")}</p> : null}
          <ol className="count-rows">
            {rows.data.items.map((row) => (
              <li key={`${row.place.source}-${row.place.row}-${row.place.offset}`} data-testid="count-row">
                <RecordRow row={row} />
              </li>
            ))}
          </ol>
          <Pager page={rows.data.page} size={rows.data.size} total={rows.data.kept} onPage={onPage} />
        </>
      )}
    </SidePanel>
  );
}

type Props = {
  readonly countId: string;
  readonly tier: "A" | "B" | "C";
  readonly step: string;
  readonly reason: string | null;
  readonly page: string;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
};
