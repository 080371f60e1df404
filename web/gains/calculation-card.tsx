import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { CountedLine, GainsCalculation } from "#gains/gains.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { scrollHere } from "#web/design/panel/scroll-here.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { formatAmount } from "#web/gains/amount.ts";
import { gainsText } from "#web/gains/gains.text.ts";
import { GainsFiguresView } from "#web/gains/gains-figures.view.tsx";
import { TreatmentMark } from "#web/gains/treatment-mark.tsx";
import { LINES_A_PAGE, useGainsLines } from "#web/gains/use-gains.ts";

/** A calculation as it was kept: who, when, what it came to, and each of its lines. */
export function CalculationCard({
  calculation,
  mayAssess,
  asked,
}: {
  readonly calculation: GainsCalculation;
  readonly mayAssess: boolean;
  /** the address leads to this one: its lines are open and it is in view */
  readonly asked: boolean;
}) {
  const t = useText(gainsText);
  const [open, setOpen] = useState(asked);
  return (
    <section className="panel stack-tight" tabIndex={-1} ref={asked ? scrollHere : null} data-testid="gains-calculation">
      <div className="line between">
        <h3 className="break">{calculation.moneyFlowName}</h3>
        <span className="quiet small">
          {t("by", { by: calculation.calculatedBy, at: formatMoment(calculation.calculatedAt) })} ·{" "}
          {t("decisions", { n: formatNumber(calculation.choices.decisions.length) })}
        </span>
      </div>
      <GainsFiguresView figures={calculation.figures} />
      <div className="line">
        <Button onClick={() => setOpen(!open)} aria-expanded={open} data-testid="gains-show-lines">
          {t(open ? "hideLines" : "showLines")}
        </Button>
        {mayAssess ? (
          <Link to={`/cases/${calculation.caseId}/assessment?new=1&gains=${calculation.id}`} data-testid="gains-to-assessment">
            {t("toAssessment")}
          </Link>
        ) : null}
      </div>
      {open ? <KeptLines calculationId={calculation.id} /> : null}
    </section>
  );
}

function KeptLines({ calculationId }: { readonly calculationId: string }) {
  const t = useText(gainsText);
  const words = useWords();
  const [page, setPage] = useState(1);
  const lines = useGainsLines(calculationId, page, true);
  if (lines.isPending) return <Loading lines={4} />;
  if (lines.isError) return <Problem error={lines.error} onRetry={() => lines.refetch()} />;
  const amount = (line: CountedLine) => (line.amount === null ? t("noAmount") : `${formatAmount(line.amount)} ${line.currency}`);
  return (
    <>
      <DataTable
        label={t("lines")}
        rows={lines.data.items}
        rowKey={(line) => line.id}
        tall
        columns={[
          {
            key: "row",
            title: t("list"),
            nowrap: true,
            render: (line) => (line.sheet === null ? t("row", { row: line.row }) : t("sheetRow", { sheet: line.sheet, row: line.row })),
          },
          { key: "date", title: t("date"), nowrap: true, render: (line) => line.date ?? "—" },
          { key: "payer", title: t("payer"), render: (line) => line.payer ?? "—" },
          { key: "payee", title: t("payee"), render: (line) => line.payee ?? "—" },
          { key: "amount", title: t("amount"), align: "right", nowrap: true, render: amount },
          { key: "treatment", title: t("treatment"), render: (line) => <TreatmentMark line={line} /> },
          { key: "because", title: t("because"), render: (line) => words(line.because) },
          { key: "gains", title: t("onGains"), align: "right", nowrap: true, render: (line) => formatAmount(line.onGains) },
          { key: "profit", title: t("onProfit"), align: "right", nowrap: true, render: (line) => formatAmount(line.onProfit) },
        ]}
      />
      <Pager page={page} size={LINES_A_PAGE} total={lines.data.total} onPage={setPage} />
    </>
  );
}
