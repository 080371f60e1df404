import { assessmentText } from "#web/assessment/assessment.text.ts";
import { placeOnGauge } from "#web/assessment/gauge-scale.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";

/** A number against its threshold and the tenfold line. */
export function Gauge({
  name,
  value,
  threshold,
  colour,
}: {
  readonly name: string;
  readonly value: number;
  readonly threshold: number;
  readonly colour: string;
}) {
  const t = useText(assessmentText);
  const place = placeOnGauge(value, threshold) * 100;
  return (
    <div className="gauge" data-testid={`gauge-${threshold}`}>
      <div className="line between">
        <span>{name}</span>
        <strong className="figure">{formatNumber(value)}</strong>
      </div>
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name} ${formatNumber(value)}；${t("threshold", { n: formatNumber(threshold) })}，${t("tenfold", { n: formatNumber(threshold * 10) })}`}
      >
        <rect x="0" y="1" width="100" height="6" fill="#eceff2" />
        <rect x="0" y="1" width={place} height="6" fill={colour} />
        <rect x="39.8" y="0" width="0.5" height="8" fill="#1c2733" />
        <rect x="79.8" y="0" width="0.5" height="8" fill="#1c2733" />
      </svg>
      <div className="gauge-lines quiet small figure" aria-hidden="true">
        <span style={{ left: "40%" }}>{t("threshold", { n: formatNumber(threshold) })}</span>
        <span style={{ left: "80%" }}>{t("tenfold", { n: formatNumber(threshold * 10) })}</span>
      </div>
    </div>
  );
}
