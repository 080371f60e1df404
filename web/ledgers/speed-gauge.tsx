import { formatBytes, formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { buildSpeedLine } from "#web/ledgers/speed-line.ts";

type Rates = readonly [number, number];
const WIDTH = 120;
const HEIGHT = 22;

/** Bytes and rows a second as figures, beside the line of the last minute; without `now` the fastest second of what was kept. */
export function SpeedGauge({ history, now }: { readonly history: readonly Rates[]; readonly now: Rates | null }) {
  const t = useText(ledgersText);
  const [bytes, rows] = now ?? [Math.max(0, ...history.map(([one]) => one)), Math.max(0, ...history.map(([, one]) => one))];
  const said = t(now === null ? "fastest" : "rate", { bytes: formatBytes(bytes), rows: formatNumber(Math.round(rows)) });
  const line = buildSpeedLine(history, WIDTH, HEIGHT);
  return (
    <span className="speed-gauge figure" data-testid="speed-gauge">
      {line === null ? null : (
        <svg width={WIDTH} height={HEIGHT} role="img" aria-label={t("speedHistory", { n: history.length })}>
          <title>{t("speedHistory", { n: history.length })}</title>
          <path d={line.area} className="speed-area" />
          <path d={line.bytes} className="speed-bytes" />
          <path d={line.rows} className="speed-rows" />
        </svg>
      )}
      <span>{said}</span>
    </span>
  );
}
