import type { SamplePlan } from "#sampling/sampling.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { IntervalBar } from "#web/sampling/interval-bar.tsx";
import { samplingText } from "#web/sampling/sampling.text.ts";

/** What a design comes to before anything is drawn: sizes, the interval one may hope for, what it may be used for. */
export function TrialView({ plan }: { readonly plan: SamplePlan }) {
  const t = useText(samplingText);
  const words = useWords();
  const { design } = plan;
  const lower = Math.max(0, design.expectedShare - design.margin);
  const upper = Math.min(1, design.expectedShare + design.margin);
  const most = Math.max(1, ...plan.strata.map(({ units }) => units));
  return (
    <div className="stack-tight" data-testid="sample-trial">
      <p className="sampling-size figure">{t("size", { size: formatNumber(plan.size), population: formatNumber(plan.population) })}</p>
      <p className="quiet small">{words(plan.sizeBecause)}</p>
      <ul className="sampling-bars">
        {plan.strata.map((stratum) => (
          <li key={stratum.id}>
            <span>{stratum.name}</span>
            <span className="sampling-bar">
              <span style={{ width: `${(stratum.units / most) * 100}%` }} />
              <span className="sampling-bar-drawn" style={{ width: `${(stratum.size / most) * 100}%` }} />
            </span>
            <span className="figure small">
              {formatNumber(stratum.size)} / {formatNumber(stratum.units)}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">{t("intervalIf", { share: `${Math.round(design.expectedShare * 100)} %` })}</p>
      <IntervalBar lower={lower} upper={upper} point={design.expectedShare} />
      <Mark tone={plan.use === "selection" ? "good" : "warn"}>{t(`use_${plan.use}`)}</Mark>
      {plan.warnings.map((warning) => (
        <p key={warning.zh} className="small">
          {words(warning)}
        </p>
      ))}
    </div>
  );
}
