import type { CountRow } from "#counts/counts.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { saysSame } from "#web/ledgers/says-same.ts";
import { tellReading } from "#web/ledgers/tell-reading.ts";
import { wordsOfKind } from "#web/words/words.text.ts";
import "#web/ledgers/ledgers.css";

/** One record, masked: its place on one line, why it stands here, its cells as a small table. */
export function RecordRow({ row }: { readonly row: CountRow }) {
  const t = useText(ledgersText);
  const words = useWords();
  return (
    <>
      <div className="row-place">
        <span className="mono break">{row.place.source}</span>
        <strong className="figure nowrap">{t("place", { row: formatNumber(row.place.row) })}</strong>
        {row.place.offset === 0 && row.place.row > 1 ? null : (
          <span className="quiet small figure nowrap">{t("offset", { offset: formatNumber(row.place.offset) })}</span>
        )}
        {tellReading(row).map((reading) => (
          <Mark key={reading.key} tone={reading.tone}>
            {words(reading)}
          </Mark>
        ))}
      </div>
      <p className="small">{words(row.sentence)}</p>
      <dl className="row-cells">
        {row.cells.map((cell) => {
          const kind = cell.kind === null ? null : words(wordsOfKind(cell.kind));
          return (
            <div key={cell.column} className={cell.state === "damaged" || cell.state === "invalid" ? `row-cell-${cell.state}` : undefined}>
              <dt>
                {cell.column}
                {kind === null || saysSame(cell.column, kind) ? null : <span> · {kind}</span>}
              </dt>
              <dd className="figure">
                {cell.masked === "" ? "—" : cell.masked}
                {cell.state === "damaged" || cell.state === "invalid" ? (
                  <Mark tone={cell.state === "invalid" ? "bad" : "warn"}>
                    {cell.state === "invalid" ? "×" : "△"} {t(cell.state)}
                  </Mark>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
