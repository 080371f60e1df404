import { Link } from "react-router";
import type { CountFigures } from "#counts/counts.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { deriveFigure } from "#web/ledgers/derivation.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";

/** How a figure came about: the rule in words, the parts it is the sum of, each a link to its rows or its own derivation. */
export function DerivationPanel({ countId, result, figure, onClose }: Props) {
  const t = useText(ledgersText);
  const words = useWords();
  const derivation = deriveFigure(result, figure);
  if (derivation === null) return null;
  const value = formatNumber(derivation.value);
  return (
    <SidePanel title={words(derivation.title)} onClose={onClose} testId="derivation-panel">
      <p className="derivation-value figure" data-testid="derivation-value">
        {value}
      </p>
      {derivation.how.map((sentence) => (
        <p key={sentence.en}>{words(sentence)}</p>
      ))}
      {derivation.parts.length === 0 ? null : (
        <table className="derivation-parts" data-testid="derivation-parts">
          <caption className="visually-hidden">{t("parts")}</caption>
          <tbody>
            {derivation.parts.map((part, place) => (
              <tr key={part.name.en}>
                <td aria-hidden="true">{place === 0 ? "" : "+"}</td>
                <th scope="row" className="break">
                  {words(part.name)}
                </th>
                <td className="right figure">
                  {part.to === null ? (
                    formatNumber(part.value)
                  ) : (
                    <Link to={addressOf(countId, part.to)} className="figure-link">
                      {formatNumber(part.value)}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td aria-hidden="true">=</td>
              <th scope="row">{words(derivation.title)}</th>
              <td className="right figure">{value}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </SidePanel>
  );
}

type Props = { readonly countId: string; readonly result: CountFigures; readonly figure: string; readonly onClose: () => void };
