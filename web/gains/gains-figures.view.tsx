import { Button } from "antd";
import { useMemo } from "react";
import type { CurrencyFigures, GainsFigures } from "#gains/gains.contract.ts";
import { Chart, drawSvg } from "#web/design/chart/chart.tsx";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { formatAmount } from "#web/gains/amount.ts";
import { nameOfCurrency } from "#web/gains/currency.ts";
import { gainsText } from "#web/gains/gains.text.ts";
import { buildGainsCsv, buildGainsWaterfall, type GainsStep } from "#web/gains/gains-waterfall.ts";
import { buildGainsWaterfallOption, STEP_HEIGHT } from "#web/gains/gains-waterfall-option.ts";

const NAMES = {
  received: "received",
  refunds: "refundsStep",
  reversals: "reversalsStep",
  gains: "gainsStep",
  costs: "costsStep",
  costsReturned: "costsReturnedStep",
  profit: "profitStep",
} as const satisfies Record<GainsStep["key"], keyof typeof gainsText>;

/** What the lines come to: the finding as a sentence, whether it is complete, a waterfall a currency with its figures, the notices. */
export function GainsFiguresView({ figures, linesAt }: { readonly figures: GainsFigures; readonly linesAt?: string }) {
  const t = useText(gainsText);
  const words = useWords();
  const signs = useSigns();
  const { total, choices, notices } = figures;
  const name = (step: GainsStep) => t(NAMES[step.key]);
  const draw = ({ currency }: CurrencyFigures) => {
    const of = figures.currencies.find((one) => one.currency === currency);
    const steps = of === undefined ? [] : buildGainsWaterfall(of, choices);
    const labels = steps.map((step) => ({ name: name(step), amount: formatAmount(step.amount) }));
    return { svg: drawSvg(buildGainsWaterfallOption(steps, labels), 800, steps.length * 40 + 20), height: steps.length * 40 + 20 };
  };
  return (
    <div className="stack-tight" data-testid="gains-figures">
      <div className="line between">
        <h2 className="figure" data-testid="gains-finding">
          {t(figures.complete ? "findingComplete" : "findingOpen", {
            gains: formatAmount(total.gains),
            profit: formatAmount(total.profit),
          })}
        </h2>
        <span className="line no-print">
          <Button
            size="small"
            onClick={() => {
              for (const one of figures.currencies) {
                const { svg, height } = draw(one);
                void downloadPng(`gains-${one.currency}.png`, svg, 800, height);
              }
            }}
          >
            PNG
          </Button>
          <Button
            size="small"
            onClick={() => {
              for (const one of figures.currencies) downloadText(`gains-${one.currency}.svg`, "image/svg+xml", draw(one).svg);
            }}
          >
            SVG
          </Button>
          <Button size="small" onClick={() => downloadText("gains.csv", "text/csv", buildGainsCsv(figures))}>
            CSV
          </Button>
        </span>
      </div>
      <div className="line">
        {figures.open > 0 ? (
          <Mark tone="unknown" testId="gains-open">
            {t("incomplete", { n: formatNumber(figures.open) })} {linesAt === undefined ? null : <a href={linesAt}>{t("toLines")}</a>}
          </Mark>
        ) : (
          <Mark tone="good" testId="gains-open">
            {t("complete")}
          </Mark>
        )}
        {total.apart.length === 0 ? null : <Mark tone="warn">{t("apart", { currencies: signs.list(total.apart) })}</Mark>}
        {figures.presumed === 0 ? null : (
          <span className="mark mark-suggested">{t("presumed", { n: formatNumber(figures.presumed) })}</span>
        )}
        {figures.unreadable === 0 ? null : <Mark tone="warn">{t("unreadable", { n: formatNumber(figures.unreadable) })}</Mark>}
        <span className="quiet small figure">{t("decidedGains", { amount: formatAmount(total.decidedGains) })}</span>
      </div>
      {figures.currencies.map((one) => (
        <CurrencyWaterfall key={one.currency} of={one} figures={figures} name={name} />
      ))}
      <dl className="facts small">
        <dt>{t("refunds")}</dt>
        <dd>
          {choices.refunds.chosen ? null : <span className="mark mark-suggested">{t("suggestion")}</span>} {words(choices.refunds.reason)}
        </dd>
        <dt>{t("costs")}</dt>
        <dd>
          {choices.costs.chosen ? null : <span className="mark mark-suggested">{t("suggestion")}</span>} {words(choices.costs.reason)}
        </dd>
      </dl>
      {notices.length === 0 ? null : (
        <>
          <h3>{t("notices")}</h3>
          <ul className="small gains-notices">
            {notices.map((notice) => (
              <li key={notice.zh}>{words(notice)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CurrencyWaterfall({
  of,
  figures,
  name,
}: {
  readonly of: CurrencyFigures;
  readonly figures: GainsFigures;
  readonly name: (step: GainsStep) => string;
}) {
  const t = useText(gainsText);
  const { language } = useLanguage();
  const steps = buildGainsWaterfall(of, figures.choices);
  const key = JSON.stringify(steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are rebuilt at each render, their text says whether they changed
  const option = useMemo(() => buildGainsWaterfallOption(steps, null), [key]);
  const converted = figures.total.converted.find(({ currency }) => currency === of.currency);
  return (
    <div className="stack-tight">
      {figures.currencies.length === 1 && of.currency === "CNY" ? null : (
        <h3>
          {nameOfCurrency(of.currency, language)}{" "}
          {converted === undefined ? null : (
            <span className="quiet small figure">{t("inYuan", { ...converted, amount: formatAmount(converted.gains) })}</span>
          )}
        </h3>
      )}
      <div className="gains-waterfall">
        <ol>
          {steps.map((step) => (
            <li key={step.key} style={{ height: STEP_HEIGHT }} className={step.kind === "sum" ? "gains-sum" : "gains-part"}>
              <span>{name(step)}</span>
              <span className="figure" data-testid={`gains-${of.currency}-${step.key}`}>
                {step.kind === "minus" ? "− " : step.kind === "plus" ? "+ " : ""}
                {formatAmount(step.amount)}
              </span>
            </li>
          ))}
        </ol>
        <Chart option={option} height={steps.length * STEP_HEIGHT} />
      </div>
      {of.open.lines === 0 ? null : (
        <p className="small figure">
          {t("openStep", { in: formatAmount(of.open.in), out: formatAmount(of.open.out), unknown: formatAmount(of.open.unknown) })}
        </p>
      )}
    </div>
  );
}
