import type { BandSpan } from "#law/law.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";
import { flipMapText } from "#web/law/flip-map/flip-map.text.ts";
import { placeOf } from "#web/law/flip-map/flip-scale.ts";

/** The stretches of a number with what is certain in them, below them what is possible where that is another thing; and where the number stands as told. */
export function FlipStrip({
  spans,
  top,
  told,
}: {
  readonly spans: readonly BandSpan[];
  readonly top: number;
  readonly told: number | null;
}) {
  const t = useText(flipMapText);
  const open = spans.some(({ band, atMost }) => band !== atMost) && new Set(spans.map(({ atMost }) => atMost)).size > 1;
  const row = (of: "band" | "atMost") =>
    spans.map((span) => {
      const from = placeOf(span.from, top);
      const to = span.to === null ? 1 : placeOf(span.to + 1, top);
      return (
        <span
          key={span.from}
          className={`flip-span flip-${span[of]}`}
          style={{ left: `${from * 100}%`, width: `${Math.max(0, to - from) * 100}%` }}
        >
          {to - from > 0.12 ? t(`short_${span[of]}`) : ""}
        </span>
      );
    });
  const mark =
    told === null ? null : (
      <span className="flip-told" style={{ left: `${placeOf(told, top) * 100}%` }} title={t("now", { value: formatNumber(told) })} />
    );
  return (
    <div aria-hidden="true" className="stack-tight flip-strips">
      <div className="flip-row">
        {open ? <span className="quiet small">{t("certain")}</span> : null}
        <div className="flip-strip">
          {row("band")}
          {mark}
        </div>
      </div>
      {open ? (
        <div className="flip-row">
          <span className="quiet small">{t("atMost")}</span>
          <div className="flip-strip flip-strip-open">
            {row("atMost")}
            {mark}
          </div>
        </div>
      ) : null}
    </div>
  );
}
