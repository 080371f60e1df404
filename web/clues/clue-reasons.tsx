import type { ClueContent } from "#clues/clues.contract.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { layReasons } from "#web/clues/lay-reasons.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Why the reading holds it for a clue: each reason begins where the one before ends, so that the last ends at the score. */
export function ClueReasons({ content }: { readonly content: ClueContent }) {
  const t = useText(cluesText);
  const words = useWords();
  const { rows, sum } = layReasons(content.sentences);
  if (rows.length === 0) return null;
  return (
    <section data-testid="clue-reasons">
      <h3>
        {t("reasons")} <span className="quiet small">{t("suggestion")}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.key} className="clue-reason">
            <span className="break">{words(row.label)}</span>
            <span className="clue-reason-track" aria-hidden="true">
              <span style={{ left: `${row.from}%`, width: `${row.wide}%` }} className={row.weight < 0 ? "clue-reason-less" : ""} />
            </span>
            <span className="figure">{row.weight.toFixed(2)}</span>
          </li>
        ))}
        <li className="clue-reason clue-reason-sum">
          <span>{t("sum")}</span>
          <span />
          <span className="figure">{sum.toFixed(2)}</span>
        </li>
      </ul>
      {content.score === null || Math.abs(content.score - sum) < 0.005 ? null : (
        <p className="small warn">{t("sumDiffers", { score: content.score.toFixed(2) })}</p>
      )}
    </section>
  );
}
