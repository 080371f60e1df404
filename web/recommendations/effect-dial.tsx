import type { Effect } from "#recommendations/recommendations.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

const PARTS = ["met", "partly", "not-met", "unchecked"] as const;
/** Half a turn of radius 40: its length, along which the parts lie one after the other. */
const HALF = Math.PI * 40;

/** 实效表 the share of measures that the last check found done, in words beside it; replies have no place on the dial. */
export function EffectDial({ effect, size = "large" }: { readonly effect: Effect; readonly size?: "large" | "small" }) {
  const t = useText(recommendationsText);
  const many = { met: effect.met, partly: effect.partly, "not-met": effect.notMet, unchecked: effect.unchecked };
  const title = effect.measures === 0 ? t("dialNone") : t("dialTitle", { met: effect.met, all: effect.measures });
  let before = 0;
  return (
    <figure className={`effect-dial effect-dial-${size}`} data-testid="effect-dial" data-met={effect.met} data-measures={effect.measures}>
      <svg viewBox="0 0 100 56" role="img" aria-label={title}>
        <defs>
          <pattern id="effect-unknown" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="#fff" />
            <rect width="2" height="5" fill="#b9c1ca" />
          </pattern>
        </defs>
        <path d="M10 50 A40 40 0 0 1 90 50" fill="none" stroke="#e3e7eb" strokeWidth="11" />
        {PARTS.map((part) => {
          const length = effect.measures === 0 ? 0 : (HALF * many[part]) / effect.measures;
          const start = before;
          before += length;
          return length === 0 ? null : (
            <path
              key={part}
              className={`effect-arc effect-${part}`}
              d="M10 50 A40 40 0 0 1 90 50"
              fill="none"
              strokeWidth="11"
              strokeDasharray={`0 ${start} ${length} ${HALF}`}
            />
          );
        })}
        <text x="50" y="49" textAnchor="middle" className="effect-figure">
          {effect.measures === 0 ? "—" : `${effect.met}/${effect.measures}`}
        </text>
      </svg>
      {size === "small" ? null : (
        <figcaption>
          <strong>{title}</strong>
          <ul className="line small">
            {PARTS.filter((part) => many[part] > 0).map((part) => (
              <li key={part} className={`effect-key effect-key-${part}`}>
                {t(part)} <span className="figure">{many[part]}</span>
              </li>
            ))}
          </ul>
          <span className="quiet small">{t("dialWhy")}</span>
        </figcaption>
      )}
    </figure>
  );
}
