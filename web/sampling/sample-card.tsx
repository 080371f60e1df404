import { Button } from "antd";
import { useState } from "react";
import type { CaseSample } from "#sampling/sampling.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ChecksPanel } from "#web/sampling/checks.panel.tsx";
import { IntervalBar } from "#web/sampling/interval-bar.tsx";
import { samplingText } from "#web/sampling/sampling.text.ts";

/** A recorded sample: its justification, its drawn units to check, and what may be said of the whole. */
export function SampleCard({
  caseId,
  sample,
  mayCheck,
}: {
  readonly caseId: string;
  readonly sample: CaseSample;
  readonly mayCheck: boolean;
}) {
  const t = useText(samplingText);
  const words = useWords();
  const [checking, setChecking] = useState(false);
  const { plan, evaluation, checks } = sample;
  const { total, refused } = evaluation;
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return (
    <section className="panel stack-tight" data-testid="sample">
      <div className="line between">
        <h2 className="break">{plan.design.title}</h2>
        <span className="quiet small">{t("by", { by: sample.plannedBy, at: formatMoment(sample.plannedAt) })}</span>
      </div>
      <p className="figure">
        {t("size", { size: formatNumber(plan.size), population: formatNumber(plan.population) })} ·{" "}
        {t("checked", { n: formatNumber(checks.length), size: formatNumber(plan.size) })}
      </p>
      {total === null ? null : (
        <>
          <IntervalBar
            lower={total.interval.lower}
            upper={total.interval.upper}
            point={total.size === 0 ? null : total.holds / total.size}
          />
          <p data-testid="sample-interval">
            {t("interval", {
              least: formatNumber(total.interval.least),
              most: formatNumber(total.interval.most),
              lower: percent(total.interval.lower),
              upper: percent(total.interval.upper),
            })}
          </p>
        </>
      )}
      {refused === null || refused.sentence.zh === evaluation.conclusion.zh ? null : <p className="small">{words(refused.sentence)}</p>}
      <p className="small">{words(evaluation.conclusion)}</p>
      <details>
        <summary>{t("justification")}</summary>
        <pre className="sampling-text">{plan.justification}</pre>
        <Button size="small" onClick={() => void navigator.clipboard.writeText(plan.justification)}>
          {t("copy")}
        </Button>
      </details>
      {mayCheck ? (
        <div>
          <Button onClick={() => setChecking(!checking)} aria-expanded={checking} data-testid="sample-check">
            {t("check")}
          </Button>
        </div>
      ) : null}
      {checking ? <ChecksPanel caseId={caseId} sample={sample} /> : null}
    </section>
  );
}
