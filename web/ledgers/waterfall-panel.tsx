import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { CountFigures } from "#counts/counts.contract.ts";
import { TIERS } from "#scan/kinds.ts";
import { Chart, drawSvg } from "#web/design/chart/chart.tsx";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { Figure } from "#web/design/number/figure.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { TierTag } from "#web/design/tier/tier-tag.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { targetOf } from "#web/ledgers/derivation.ts";
import { LedgerTable } from "#web/ledgers/ledger-table.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { buildLedgerCsv, buildWaterfall, type WaterfallStep } from "#web/ledgers/waterfall.ts";
import { buildWaterfallOption, ROW_HEIGHT } from "#web/ledgers/waterfall-option.ts";
import { commonText } from "#web/words/common.text.ts";
import { EXCLUSION_WORDS, TIER_WORDS } from "#web/words/words.text.ts";

/** seized → valid → distinct for each tier: the picture, the same figures as a table, downloads. */
export function WaterfallPanel({ countId, result }: { readonly countId: string; readonly result: CountFigures }) {
  const t = useText(ledgersText);
  const c = useText(commonText);
  const words = useWords();
  const [view, setView] = useState<"picture" | "table">("picture");
  const { total, tiers } = result.ledger;
  const name = (step: WaterfallStep) =>
    step.reason === null ? t(step.kind === "excluded" ? "damaged" : step.kind) : words(EXCLUSION_WORDS[step.reason]);
  const title =
    total.seized === 0
      ? t("findingNone")
      : t("finding", { seized: formatNumber(total.seized), valid: formatNumber(total.valid), distinct: formatNumber(total.distinct) });
  const svgOf = (tier: "A" | "B" | "C") => {
    const steps = buildWaterfall(tiers[tier]);
    return drawSvg(
      buildWaterfallOption(tier, steps, { names: steps.map(name), title: words(TIER_WORDS[tier]) }),
      800,
      steps.length * 40 + 20,
    );
  };
  const shown = TIERS.filter((tier) => tiers[tier].seized > 0);
  const download = (kind: "png" | "svg") => {
    for (const tier of shown) {
      if (kind === "svg") downloadText(`ledger-${tier}.svg`, "image/svg+xml", svgOf(tier));
      else void downloadPng(`ledger-${tier}.png`, svgOf(tier), 800, buildWaterfall(tiers[tier]).length * 40 + 20);
    }
  };
  return (
    <section className="panel" data-testid="waterfall">
      <div className="line between panel-head">
        <h2 data-testid="ledger-finding">{title}</h2>
        <span className="line no-print">
          <Button
            size="small"
            aria-pressed={view === "table"}
            onClick={() => setView(view === "table" ? "picture" : "table")}
            data-testid="ledger-view"
          >
            {c(view === "table" ? "picture" : "table")}
          </Button>
          <Button size="small" onClick={() => download("png")}>
            PNG
          </Button>
          <Button size="small" onClick={() => download("svg")}>
            SVG
          </Button>
          <Button size="small" onClick={() => downloadText("ledger.csv", "text/csv", buildLedgerCsv({ ...tiers, total }))}>
            CSV
          </Button>
        </span>
      </div>
      {view === "table" ? (
        <LedgerTable countId={countId} result={result} />
      ) : (
        <div className="waterfalls">
          {TIERS.map((tier) => (
            <div key={tier} className="stack-tight">
              <h3>
                <TierTag tier={tier} meaning />
              </h3>
              {tiers[tier].seized === 0 ? (
                <p className="quiet small">{t("nothingInTier")}</p>
              ) : (
                <TierWaterfall countId={countId} tier={tier} steps={buildWaterfall(tiers[tier])} name={name} />
              )}
            </div>
          ))}
        </div>
      )}
      <p className="quiet small" style={{ marginTop: 12 }}>
        {t("seizedIs")}
      </p>
    </section>
  );
}

function TierWaterfall({
  countId,
  tier,
  steps,
  name,
}: {
  readonly countId: string;
  readonly tier: "A" | "B" | "C";
  readonly steps: readonly WaterfallStep[];
  readonly name: (step: WaterfallStep) => string;
}) {
  const navigate = useNavigate();
  const key = JSON.stringify(steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are rebuilt at each render, their text says whether they changed
  const option = useMemo(() => buildWaterfallOption(tier, steps, null), [tier, key]);
  return (
    <div className="waterfall">
      <ol>
        {steps.map((step) => (
          <li
            key={step.key}
            style={{ height: ROW_HEIGHT }}
            className={step.kind === "excluded" || step.kind === "duplicate" ? "taken" : undefined}
          >
            <span>{name(step)}</span>
            <span>
              {step.kind === "excluded" || step.kind === "duplicate" ? "− " : ""}
              <Figure
                value={step.count}
                to={addressOf(countId, targetOf(tier, step.kind, step.reason))}
                testId={`step-${tier}-${step.key}`}
              />
            </span>
          </li>
        ))}
      </ol>
      <Chart
        option={option}
        height={steps.length * ROW_HEIGHT}
        onBar={(place) => {
          const step = steps[place];
          if (step !== undefined) navigate(addressOf(countId, targetOf(tier, step.kind, step.reason)));
        }}
      />
    </div>
  );
}
