import { useEffect, useState } from "react";
import type { FlipLine } from "#law/law.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { flipMapText } from "#web/law/flip-map/flip-map.text.ts";
import { bandAt, placeOf, possibleFrom, STEPS, tellMargin, topOf, valueAt } from "#web/law/flip-map/flip-scale.ts";
import { FlipStrip } from "#web/law/flip-map/flip-strip.tsx";
import { commonText } from "#web/words/common.text.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** A number on its line of bands, with the slider that moves it; the stretches answer while it is being drawn, the map when it rests. */
export function FlipNumberLine({
  line,
  told,
  isBehind,
  onMove,
}: {
  readonly line: FlipLine;
  readonly told: FlipLine["value"];
  /** the line is still the answer to what stood here before */
  readonly isBehind: boolean;
  readonly onMove: (value: number) => void;
}) {
  const t = useText(flipMapText);
  const c = useText(commonText);
  const words = useWords();
  const answered = typeof line.value === "number" ? line.value : null;
  const [held, setHeld] = useState<number | null>(answered);
  // An answer to where the slider stood before must not push it back there.
  useEffect(() => {
    if (!isBehind) setHeld(answered);
  }, [answered, isBehind]);
  const toldNumber = typeof told === "number" ? told : null;
  const top = topOf(line.spans, toldNumber);
  const name = words(wordsOfFactPath(line.fact));
  const band = bandAt(line.spans, held ?? 0);
  const possible = possibleFrom(line.spans, held ?? 0);
  const move = (value: number) => {
    setHeld(value);
    onMove(value);
  };
  const edges = [
    line.down === null ? null : { key: "down" as const, ...line.down },
    line.up === null ? null : { key: "up" as const, ...line.up },
  ];
  return (
    <li className="flip-line" data-testid="flip-line" data-fact={line.fact}>
      <div className="line between">
        <strong>{name}</strong>
        <span className="line">
          <span className={held === null ? "mark mark-unknown" : "figure"}>{held === null ? c("unknown") : formatNumber(held)}</span>
          {band === null || held === null ? null : (
            <span className={`flip-band flip-${band}`} data-testid="line-band">
              {words(BAND_WORDS[band])}
            </span>
          )}
        </span>
      </div>
      <FlipStrip spans={line.spans} top={top} told={toldNumber} />
      <input
        type="range"
        className="flip-slider no-print"
        min={0}
        max={STEPS}
        value={Math.round(placeOf(held ?? 0, top) * STEPS)}
        aria-label={t("slider", { fact: name })}
        aria-valuetext={`${held === null ? c("unknown") : formatNumber(held)}${band === null ? "" : `, ${words(BAND_WORDS[band])}`}`}
        onChange={(event) => move(valueAt(Number(event.target.value), top))}
        data-testid="flip-slider"
      />
      <div className="flip-edges small">
        <span className="line">
          {edges.map((edge) =>
            edge === null ? null : (
              <span key={edge.key} className="figure">
                {t(edge.key, { at: formatNumber(edge.at), to: words(BAND_WORDS[edge.to]) })}{" "}
                <span className="quiet">{edge.margin === null ? t("noMargin") : t("margin", { margin: tellMargin(edge.margin) })}</span>
              </span>
            ),
          )}
          {possible === null ? null : (
            <span className="figure">{t("possible", { at: formatNumber(possible.at), to: words(BAND_WORDS[possible.to]) })}</span>
          )}
        </span>
        <input
          className="field figure flip-exact no-print"
          inputMode="numeric"
          aria-label={t("exact", { fact: name })}
          value={held ?? ""}
          placeholder={c("unknown")}
          onChange={(event) => {
            const number = Number(event.target.value.replaceAll(/[,，\s]/g, ""));
            if (event.target.value.trim() !== "" && Number.isFinite(number) && number >= 0) move(Math.floor(number));
          }}
          data-testid="flip-exact"
        />
      </div>
    </li>
  );
}
