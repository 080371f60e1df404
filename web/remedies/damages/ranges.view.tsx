import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import type { DamagesAnswer } from "#remedies/damages/damages.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** What the gains come to as ranges of fines: dashed, to check against. */
export function Ranges({ answer: { ranges }, books }: { readonly answer: DamagesAnswer; readonly books: RemedyBooks }) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  return (
    <details className="remedy-suggested" data-testid="damages-ranges">
      <summary>
        {r("suggestion")} · {t("ranges")}
      </summary>
      <p className="small quiet">{t("rangesWhy")}</p>
      <ul className="small remedy-list">
        {ranges.map(({ id, low, high }) => {
          const rule = books.penalties.find((one) => one.id === id);
          if (rule === undefined) return null;
          return (
            <li key={id}>
              {words(rule.name)}{" "}
              <strong className="figure">
                {high === null
                  ? t("noRange")
                  : low === null
                    ? t("upTo", { high: formatFen(high) })
                    : t("range", { low: formatFen(low), high: formatFen(high) })}
              </strong>
              <span className="quiet">
                {" "}
                · {words(rule.meaning)} {rule.cite}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
