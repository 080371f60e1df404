import { Button } from "antd";
import type { RefObject } from "react";
import type { CountedLine, Treatment } from "#gains/gains.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { formatAmount } from "#web/gains/amount.ts";
import { type ChoicesDraft, mayReferTo, treatmentsFor } from "#web/gains/choices-draft.ts";
import { gainsText } from "#web/gains/gains.text.ts";
import { TreatmentMark } from "#web/gains/treatment-mark.tsx";

/** One line as the table has it, what it was taken for and why, and the decisions it allows, each with its key. */
export function LineDetail({
  line,
  decision,
  mayDecide,
  reason,
  onReason,
  reasonField,
  refersTo,
  onRefersTo,
  presumed,
  onConfirm,
  onTreat,
  onTakeBack,
}: {
  readonly line: CountedLine;
  readonly decision: ChoicesDraft["decisions"][number] | null;
  readonly mayDecide: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly refersTo: string;
  readonly onRefersTo: (line: string) => void;
  /** how many of the lines shown are only presumed */
  readonly presumed: number;
  readonly onConfirm: () => void;
  readonly onTreat: (treatment: Treatment) => void;
  readonly onTakeBack: () => void;
}) {
  const t = useText(gainsText);
  const words = useWords();
  const offered = treatmentsFor(line);
  const way = { in: t("in"), out: t("out"), internal: t("internalWay"), unknown: t("unknown") }[line.direction];
  const facts = [
    [t("date"), line.date],
    [t("payer"), line.payer],
    [t("payee"), line.payee],
    [t("note"), line.note],
    [t("state"), line.status],
    [t("serial"), line.serial],
  ] as const;
  return (
    <div className="work-list-detail stack-tight" data-testid="gains-line-detail">
      <div className="line between">
        <strong className="figure gains-amount">
          {line.amount === null ? t("noAmount") : formatAmount(line.amount)} {line.currency}{" "}
          <span className="quiet small">
            {way}
            {line.takesBack ? " ⟲" : ""}
          </span>
        </strong>
        <span className="quiet small figure">
          {line.sheet === null
            ? t("row", { row: formatNumber(line.row) })
            : t("sheetRow", { sheet: line.sheet, row: formatNumber(line.row) })}
        </span>
      </div>
      <dl className="facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className="gains-fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {line.problem === null ? null : <p className="small warn">{words(line.problem)}</p>}
      {line.rounded ? <p className="small quiet">{t("rounded")}</p> : null}
      <p className="line">
        <TreatmentMark line={decision === null ? line : { treatment: decision.treatment, presumed: false }} />
        <span className="small break">{decision === null ? words(line.because) : decision.reason}</span>
      </p>
      {mayDecide ? (
        <div className="stack-tight no-print">
          <input
            ref={reasonField}
            className="field"
            aria-label={t("reason")}
            placeholder={t("reasonHint")}
            maxLength={400}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
            }}
            data-testid="gains-reason"
          />
          <div className="line gains-treatments">
            {offered.map((treatment, place) => (
              <Button
                key={treatment}
                type={decision?.treatment === treatment ? "primary" : "default"}
                onClick={() => onTreat(treatment)}
                data-testid={`gains-treat-${treatment}`}
              >
                {t(treatment === "open" ? "open" : treatment)} <kbd>{place + 1}</kbd>
              </Button>
            ))}
          </div>
          {offered.some(mayReferTo) ? (
            <label className="line small gains-refers">
              {t("refersTo")}
              <input
                className="field figure"
                maxLength={200}
                value={refersTo}
                onChange={(event) => onRefersTo(event.target.value)}
                data-testid="gains-refers"
              />
            </label>
          ) : null}
          {decision === null ? null : (
            <div>
              <Button size="small" onClick={onTakeBack} data-testid="gains-take-back">
                {t("undoOne")}
              </Button>
            </div>
          )}
          {presumed === 0 ? null : (
            <div>
              <Button size="small" disabled={reason.trim() === ""} onClick={onConfirm} data-testid="gains-confirm-presumed">
                {t("confirmMany", { n: formatNumber(presumed) })}
              </Button>
            </div>
          )}
          <p className="quiet small">{t("keys")}</p>
        </div>
      ) : null}
    </div>
  );
}
